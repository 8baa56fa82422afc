package io.duban.order;

import io.duban.engine.Decisions;
import io.duban.engine.Refusal;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 报告五项要件 (A51, D05): which of its five parts a report lacks, by the decision table. */
@Component
class ReportCompleteness implements KnownToModels {

    static final Question QUESTION = Question.many("reportCompleteness")
            .yesNo(Stream.of(ReportPart.values())
                    .map(each -> each.field() + "Given")
                    .toArray(String[]::new))
            .text("missingPart")
            .text(
                    "missingField",
                    Stream.of(ReportPart.values()).map(ReportPart::field).collect(Collectors.toSet()));

    private final Decisions decisions;

    ReportCompleteness(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    /** A report with a part left out goes nowhere. */
    void require(String orderId, InvestigationReport report) {
        List<Map<String, Object>> missing = decisions.ask(orderId, "reportCompleteness", report.given());
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
    List<String> missing(String orderId, Map<ReportPart, Boolean> sufficient) {
        Map<String, Object> inputs = sufficient.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().field() + "Given", Map.Entry::getValue));
        return decisions.ask(orderId, "reportCompleteness", inputs).stream()
                .map(each -> String.valueOf(each.get("missingPart")))
                .toList();
    }
}
