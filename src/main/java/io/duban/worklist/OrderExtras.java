package io.duban.worklist;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilitySummary;
import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.interview.InterviewSummary;
import io.duban.interview.Interviews;
import io.duban.order.OrderCaseFile;
import io.duban.order.OrderDossier;
import io.duban.organisation.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What belongs to an order beside its dossier: proofs, orders before and after, interviews and accountability. */
@Component
class OrderExtras {

    private static final int LONGEST_TIMELINE = 200;

    private final OrderCaseFile file;
    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final AuditTrail audit;
    private final Names names;
    private final People people;

    OrderExtras(
            OrderCaseFile file,
            Interviews interviews,
            Accountabilities accountabilities,
            AuditTrail audit,
            Names names,
            People people) {
        this.file = file;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.audit = audit;
        this.names = names;
        this.people = people;
    }

    Optional<OrderDossier> of(String id) {
        return file.readable(id);
    }

    CaseExtras extras(String id) {
        List<CaseExtras.Related> ladder = ladder(id);
        return new CaseExtras(
                file.isWhole(id),
                file.mayExport(id),
                Stream.concat(orders(id).stream(), ladder.stream()).toList(),
                proofs(id),
                ladder.stream().flatMap(this::steps).toList());
    }

    private List<CaseExtras.Related> orders(String id) {
        return file.isWhole(id)
                ? file.related(id).stream()
                        .map(each ->
                                new CaseExtras.Related(each.id(), CaseExtras.ORDER, each.number(), each.stateLabel()))
                        .toList()
                : List.of();
    }

    /** 约谈、问责: of the order's issuer and those above it, as everywhere else. */
    private List<CaseExtras.Related> ladder(String id) {
        boolean shown = file.isWhole(id)
                && of(id).filter(order -> people.sees(order.issuerUnit())).isPresent();
        if (!shown) {
            return List.of();
        }
        List<CaseExtras.Related> found = new ArrayList<>();
        int number = 0;
        for (InterviewSummary each : interviews.ofOrder(id)) {
            found.add(new CaseExtras.Related(each.id(), "约谈", "第 " + ++number + " 次", each.stateLabel()));
        }
        number = 0;
        for (AccountabilitySummary each : accountabilities.ofOrder(id)) {
            found.add(new CaseExtras.Related(each.id(), "问责", "第 " + ++number + " 次", each.stateLabel()));
        }
        return found;
    }

    private Stream<Dossier.Step> steps(CaseExtras.Related each) {
        return audit.of(each.caseId(), LONGEST_TIMELINE).stream()
                .map(line -> new Dossier.Step(
                        line.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                        names.of(line.actor()),
                        each.kindLabel() + "：" + line.sentence()));
    }

    private Map<String, List<CaseExtras.Proof>> proofs(String id) {
        return file.proofs(id).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(proof -> new CaseExtras.Proof(
                                        proof.group(), proof.label(), proof.text(), proof.doneOn(), proof.person()))
                                .toList()));
    }
}
