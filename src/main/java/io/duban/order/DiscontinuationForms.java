package io.duban.order;

import static io.duban.order.DiscontinuationVariables.DISCONTINUATION_ID;
import static io.duban.order.DiscontinuationVariables.GRANTED;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.order.Discontinuations.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms of discontinuation.bpmn: ask to end an order early, decide. */
@Component
class DiscontinuationForms implements FormDesk {

    private final Discontinuations discontinuations;
    private final OrderSheet sheet;

    DiscontinuationForms(Discontinuations discontinuations, OrderSheet sheet) {
        this.discontinuations = discontinuations;
        this.sheet = sheet;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of(
                        "discontinuation",
                        "discontinuation-requested",
                        at -> Map.of("orders", discontinuations.options()),
                        this::request),
                FormBinding.of(
                        "userTask_decideDiscontinuation", "decide-discontinuation", this::request, this::decide));
    }

    private Flags request(Situation at, Fields fields) {
        Asked asked = new Asked(
                fields.text("order"),
                fields.option("kind", DiscontinuationKind.class),
                fields.text("reason"),
                fields.text("explanation"),
                fields.optionalText("receivingBody"),
                fields.optionalText("targetOrder"));
        String id = discontinuations.request(asked);
        return Flags.of(CASE_ID, asked.orderId()).and(DISCONTINUATION_ID, id);
    }

    private Map<String, Object> request(Situation at) {
        Asked asked = discontinuations.get(at.subject()).asked();
        Map<String, Object> shown = new LinkedHashMap<>(sheet.of(asked.orderId()));
        shown.put("kindLabel", asked.kind().label());
        shown.put("reasonShown", reason(asked.reason()));
        shown.put("explanationShown", asked.explanation());
        shown.put("receivingBodyShown", asked.receivingBody().orElse(""));
        shown.put(
                "targetShown",
                asked.targetOrder()
                        .map(sheet::of)
                        .map(into -> String.valueOf(into.get("orderNumber")))
                        .orElse(""));
        return shown;
    }

    private Flags decide(Situation at, Fields fields) {
        boolean granted = fields.either("decision", "GRANT", "REFUSE");
        discontinuations.decide(at.subject(), granted, fields.text("note"), at.person());
        return Flags.of(GRANTED, granted);
    }

    private static String reason(String code) {
        return switch (code) {
            case "DUPLICATE" -> "重复发出";
            case "WRONGLY_ISSUED" -> "错发";
            case "BASIS_LAPSED" -> "依据失效";
            case "NO_AUTHORITY" -> "不属本机关职权";
            case "CRIMINAL" -> "涉嫌犯罪";
            case "DISCIPLINARY" -> "涉嫌违纪违法";
            case "MARKET_REGULATION" -> "属市场监管职责";
            default -> "同一单位同一事实";
        };
    }
}
