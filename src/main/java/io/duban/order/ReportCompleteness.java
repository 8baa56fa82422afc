package io.duban.order;

import io.duban.engine.Decisions;
import io.duban.engine.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 报告五项要件 (A51, D05): which of its five parts a report lacks, by the decision table. */
@Component
class ReportCompleteness {

    private final Decisions decisions;

    ReportCompleteness(Decisions decisions) {
        this.decisions = decisions;
    }

    /** A report with a part left out goes nowhere. */
    void require(InvestigationReport report) {
        List<Map<String, Object>> missing = decisions.ask("reportCompleteness", report.given());
        if (!missing.isEmpty()) {
            String names = missing.stream()
                    .map(each -> String.valueOf(each.get("missingPart")))
                    .collect(Collectors.joining("、"));
            throw Refusal.of(
                    String.valueOf(missing.get(0).get("missingField")),
                    "report-five-parts",
                    "A51；沪府教督办〔2021〕24号附件",
                    "调查报告缺少：" + names + "，请补充后再报送。",
                    "The report lacks parts; fill them in before sending it.");
        }
    }

    /** The parts the reviewer finds wanting. */
    List<String> missing(Map<ReportPart, Boolean> sufficient) {
        Map<String, Object> inputs = sufficient.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().field() + "Given", Map.Entry::getValue));
        return decisions.ask("reportCompleteness", inputs).stream()
                .map(each -> String.valueOf(each.get("missingPart")))
                .toList();
    }
}
