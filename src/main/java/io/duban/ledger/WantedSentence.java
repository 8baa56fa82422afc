package io.duban.ledger;

import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A filter in words, as it stands on an export, in the trail and above the rows. */
@Component
class WantedSentence {

    private final Organisations organisations;

    WantedSentence(Organisations organisations) {
        this.organisations = organisations;
    }

    String of(Wanted wanted) {
        List<String> parts = new ArrayList<>();
        wanted.unit()
                .ifPresent(code -> parts.add(
                        "单位 " + organisations.find(code).map(Unit::name).orElse(code)));
        wanted.instrument().ifPresent(each -> parts.add("文种 " + each.label()));
        wanted.category().ifPresent(each -> parts.add("问题类别 " + each.label()));
        wanted.state().ifPresent(each -> parts.add("状态 " + each.label().replace("· ", "")));
        wanted.lateness().ifPresent(each -> parts.add("期限 " + each.label()));
        if (wanted.onceSignedOff()) {
            parts.add("曾销号");
        }
        if (wanted.relapsed()) {
            parts.add("反弹");
        }
        wanted.from().ifPresent(each -> parts.add("印发自 " + each));
        wanted.to().ifPresent(each -> parts.add("印发至 " + each));
        return parts.isEmpty() ? "全部" : String.join("；", parts);
    }
}
