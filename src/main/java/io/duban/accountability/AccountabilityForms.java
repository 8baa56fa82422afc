package io.duban.accountability;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forms of accountability (F16): which verb carries out what was typed. */
@Component
class AccountabilityForms implements FormDesk {

    static final String DECISION = "userTask_decideAccountability";

    private final FactFindings factFindings;
    private final Hearings hearings;
    private final AccountabilityDecisions decisions;
    private final AccountabilityFields fields;
    private final AccountabilityViews views;

    AccountabilityForms(
            FactFindings factFindings,
            Hearings hearings,
            AccountabilityDecisions decisions,
            AccountabilityFields fields,
            AccountabilityViews views) {
        this.factFindings = factFindings;
        this.hearings = hearings;
        this.decisions = decisions;
        this.fields = fields;
        this.views = views;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of(
                        "userTask_formWorkingGroup", "form-working-group", views::workingGroup, this::formWorkingGroup),
                FormBinding.of("userTask_establishFacts", "establish-facts", views::facts, this::establishFacts),
                FormBinding.of("userTask_notifySubject", "notify-subject", views::notices, this::notifySubject),
                FormBinding.of("userTask_hearStatement", "hear-statement", views::statements, this::hearStatement),
                FormBinding.of(DECISION, "decide-accountability", views::decision, this::decide),
                FormBinding.of("userTask_issueDecision", "issue-decision", views::delivery, this::issue),
                FormBinding.of(
                        "userTask_archiveAccountability", "archive-accountability", views::filing, this::archive));
    }

    private Flags formWorkingGroup(Situation situation, Fields typed) {
        factFindings.formWorkingGroup(situation.caseId(), fields.workingGroup(typed));
        return Flags.none();
    }

    private Flags establishFacts(Situation situation, Fields typed) {
        var facts = fields.factFinding(typed);
        factFindings.establish(situation.caseId(), facts, situation.person());
        return Flags.of(AccountabilityVariables.GROUNDS_ESTABLISHED, facts.started());
    }

    private Flags notifySubject(Situation situation, Fields typed) {
        hearings.notifySubjects(situation.caseId(), fields.notices(typed), situation.person());
        return Flags.none();
    }

    private Flags hearStatement(Situation situation, Fields typed) {
        hearings.hear(situation.caseId(), fields.statements(typed), situation.person());
        return Flags.none();
    }

    private Flags decide(Situation situation, Fields typed) {
        var decision = fields.decision(typed);
        decisions.decide(situation.caseId(), decision, situation.person());
        return Flags.of(
                AccountabilityVariables.ACCOUNTABILITY_DECISION,
                decision.outcome().name());
    }

    private Flags issue(Situation situation, Fields typed) {
        // A case that began before its form asked for the way was told by post, as the law has it where nothing is
        // said.
        var way = typed.optionalOption("way", NotificationWay.class).orElse(NotificationWay.POST);
        var delivery = new DecisionDelivery(typed.date("deliveredOn"), way, typed.text("recipients"));
        decisions.issue(situation.caseId(), delivery, situation.person());
        return Flags.none();
    }

    private Flags archive(Situation situation, Fields typed) {
        var filing = new Filing(typed.text("filingNumber"), typed.text("higherOffice"), typed.date("filedOn"));
        decisions.archive(situation.caseId(), filing, situation.person());
        return Flags.none();
    }
}
