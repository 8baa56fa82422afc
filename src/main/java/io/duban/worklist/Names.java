package io.duban.worklist;

import io.duban.engine.Accounts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The display names of accounts in timelines; kept, since an account's post and unit hardly ever change. */
@Component
class Names {

    private static final int MOST = 10_000;

    private final Accounts accounts;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Names(Accounts accounts) {
        this.accounts = accounts;
    }

    String of(String account) {
        if ("system".equals(account)) {
            return "系统";
        }
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                account,
                id -> accounts.displayName(id).filter(name -> !name.isBlank()).orElse(id));
    }
}
