package io.duban.accountability;

import io.duban.form.Fields;
import io.duban.organisation.Organisations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns what was typed into the forms of accountability into the commands of the trade. */
@Component
class AccountabilityFields {

    private final Organisations organisations;

    AccountabilityFields(Organisations organisations) {
        this.organisations = organisations;
    }

    WorkingGroup workingGroup(Fields typed) {
        return new WorkingGroup(typed.rows("members").stream()
                .map(row -> new GroupMember(row.text("name"), row.text("unit"), row.yesNo("leader")))
                .toList());
    }

    FactFinding factFinding(Fields typed) {
        List<Subject> subjects = new ArrayList<>();
        for (var row : typed.rows("subjects")) {
            subjects.add(subject(subjects.size() + 1, row));
        }
        return new FactFinding(
                typed.text("material"), subjects, typed.either("start", "START", "NOT_START"), typed.text("reason"));
    }

    private Subject subject(int position, Fields row) {
        var kind = row.option("kind", SubjectKind.class);
        var unit = organisations.require(row.nameOf("unit"), row.text("unit"));
        return new Subject(
                UUID.randomUUID().toString(),
                position,
                kind.isUnit() ? unit.name() : row.optionalText("name").orElse(""),
                unit.code(),
                kind,
                row.option("severity", Severity.class),
                row.options("aggravating", AggravatingGround.class));
    }

    List<SubjectNotice> notices(Fields typed) {
        return typed.rows("notifications").stream()
                .map(row -> new SubjectNotice(
                        row.text("ref"), row.date("notifiedOn"), row.option("way", NotificationWay.class)))
                .toList();
    }

    List<Statement> statements(Fields typed) {
        return typed.rows("statements").stream()
                .map(row -> new Statement(
                        row.text("ref"),
                        row.date("heardOn"),
                        row.yesNo("waived"),
                        row.optionalText("statement").orElse(""),
                        row.optionalText("consideration").orElse("")))
                .toList();
    }

    AccountabilityDecision decision(Fields typed) {
        return new AccountabilityDecision(
                typed.option("decision", DecisionOutcome.class),
                typed.optionalText("reason").orElse(""),
                typed.optionalText("basicFacts").orElse(""),
                typed.optionalText("accountabilityFacts").orElse(""),
                typed.optionalText("legalBasis").orElse(""),
                typed.rows("sanctions").stream()
                        .map(row -> new SubjectSanctions(row.text("ref"), row.options("forms", Sanction.class)))
                        .toList(),
                typed.optionalDate("effectiveDate").orElse(null));
    }
}
