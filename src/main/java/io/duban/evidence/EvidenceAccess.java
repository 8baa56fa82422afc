package io.duban.evidence;

import io.duban.engine.Refusal;
import io.duban.engine.StandingAside;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the rooms above what the current person may do with the files of a case; who may not know of it gets a 404. */
@Component
class EvidenceAccess {

    private final ObjectProvider<EvidenceCases> cases;
    private final StandingAside aside;

    EvidenceAccess(ObjectProvider<EvidenceCases> cases, StandingAside aside) {
        this.cases = cases;
        this.aside = aside;
    }

    EvidenceRights of(String caseId) {
        return find(caseId).orElseThrow(() -> {
            aside.attempted(caseId);
            return unknownCase();
        });
    }

    void requireReadable(Evidence line) {
        if (find(line.caseId()).filter(rights -> rights.reads(line)).isEmpty()) {
            aside.attempted(line.caseId());
            throw unknownFile();
        }
    }

    Optional<EvidenceRights> find(String caseId) {
        return cases.orderedStream()
                .flatMap(each -> each.rightsTo(caseId).stream())
                .findFirst();
    }

    /** The unit in whose name the person changes the register of this case. */
    String writer(EvidenceRights rights) {
        if (rights.unit() == null) {
            throw Refusal.forbidden(
                    "evidence-uploader",
                    "A53；INV-06；设计决定",
                    "您可以查看本案，但不承办本案，不能提交或撤回材料；请由承办人员办理。",
                    "You may read this case but do not work on it; let those who do hand in files.");
        }
        if (rights.closed() != null) {
            throw Refusal.conflict(
                    "case-closed",
                    rights.closed(),
                    "本案现为“" + rights.closed().label() + "”，不再收材料；确需补充的，请由发文单位另行立案。",
                    "The case is over and takes no more files; the issuing office may open a new one.");
        }
        return rights.unit();
    }

    static void place(EvidenceRights rights, @Nullable String problem, @Nullable String group) {
        if (problem == null && (rights.onlyForProblems() || group != null)) {
            throw Refusal.of(
                    "problem",
                    "evidence-problem",
                    "A52；INV-06",
                    "请选择材料所证明的问题" + choices(rights.problems()) + "。",
                    "Choose the problem the file proves something of.");
        }
        if (problem != null && !rights.problems().containsKey(problem)) {
            throw Refusal.of(
                    "problem",
                    "unknown-problem",
                    "问题清单",
                    "本案没有这个问题，或它已销号不再收材料，请从清单中选择" + choices(rights.problems()) + "。",
                    "There is no such open problem in this case; choose one of its list.");
        }
        if (group == null && rights.onlyForProblems()
                || group != null && !rights.groups().containsKey(group)) {
            throw Refusal.of(
                    "group",
                    "evidence-group",
                    "A52；A54；INV-06",
                    "请选择举证组别" + choices(rights.groups()) + "。",
                    "Choose one of the evidence groups.");
        }
    }

    private static String choices(Map<String, String> named) {
        return named.isEmpty() ? "" : "（" + String.join("、", named.values()) + "）";
    }

    static Refusal unknownCase() {
        return Refusal.notFound("没有这个案件，或您无权查看。", "There is no such case that you may see.");
    }

    static Refusal unknownFile() {
        return Refusal.notFound("没有这份材料，或您无权查看。", "There is no such file that you may see.");
    }
}
