package io.duban.order;

import static io.duban.order.ExtensionVariables.EXTENSION_ID;
import static io.duban.order.ExtensionVariables.GRANTED;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;

import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms of extension.bpmn: ask for more time, decide. */
@Component
class ExtensionForms implements FormDesk {

    private final Extensions extensions;
    private final Deadlines deadlines;
    private final OrderSheet sheet;
    private final Clock clock;

    ExtensionForms(Extensions extensions, Deadlines deadlines, OrderSheet sheet, Clock clock) {
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.sheet = sheet;
        this.clock = clock;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of(
                        "extension",
                        "extension-requested",
                        at -> Map.of("deadlines", extensions.options()),
                        this::request),
                FormBinding.of("userTask_decideExtension", "decide-extension", this::request, this::decide));
    }

    private Flags request(Situation at, Fields fields) {
        String id = extensions.request(fields.text("deadline"), fields.number("workingDays"), fields.text("reason"));
        return Flags.of(CASE_ID, extensions.get(id).orderId()).and(EXTENSION_ID, id);
    }

    private Map<String, Object> request(Situation at) {
        ExtensionRepository.Request request = extensions.get(at.subject());
        Deadline deadline = deadlines.get(request.deadlineId());
        Map<String, Object> shown = new LinkedHashMap<>(sheet.of(request.orderId()));
        shown.put("deadline", deadline.kind().chinese() + "期限：" + deadline.explain(LocalDate.now(clock)));
        shown.put("workingDaysAsked", request.workingDays());
        shown.put("reasonAsked", request.reason());
        return shown;
    }

    private Flags decide(Situation at, Fields fields) {
        boolean granted = fields.either("decision", "GRANT", "REFUSE");
        extensions.decide(at.subject(), granted, fields.text("note"), at.person());
        return Flags.of(GRANTED, granted);
    }
}
