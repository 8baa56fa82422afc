package io.duban.engine;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --duban.admin.unlock=<account>}: takes a lock off at once and ends; the way back for an administrator whom
 * others keep locked out, open to whoever may start the program on this machine. On the embedded database the
 * application is stopped first ({@link DatabaseInUseAnalyzer}).
 */
@Component
@Order(2)
class UnlockCommand implements ApplicationRunner {

    static final String OPTION = "duban.admin.unlock";

    private static final Logger LOG = LoggerFactory.getLogger(UnlockCommand.class);

    private final SignInLocks locks;
    private final Accounts accounts;
    private final ConfigurableApplicationContext application;

    UnlockCommand(SignInLocks locks, Accounts accounts, ConfigurableApplicationContext application) {
        this.locks = locks;
        this.accounts = accounts;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> named = arguments.getOptionValues(OPTION);
        if (named != null) {
            int code = freed(named) ? 0 : 1;
            System.exit(SpringApplication.exit(application, () -> code));
        }
    }

    /** Whether all these accounts exist and may be tried again. */
    boolean freed(List<String> named) {
        boolean all = !named.isEmpty();
        for (String account : named) {
            if (accounts.userExists(account)) {
                locks.free(account);
                LOG.warn("账号 {} 已解除登录锁定 (unlocked at the console)", account);
            } else {
                LOG.error("没有账号 {} (no such account); --{}=<账号>", account, OPTION);
                all = false;
            }
        }
        return all;
    }
}
