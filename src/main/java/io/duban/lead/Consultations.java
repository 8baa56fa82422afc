package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.lead.ConsultationRepository.Assignment;
import io.duban.lead.ConsultationRepository.Consultation;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会商研判 (P31): month by month every office sees its leads counted, concludes, and hands out tasks. */
@Service
@Transactional
class Consultations {

    private final ConsultationRepository consultations;
    private final ConsultationProcess process;
    private final LeadAnalysis analysis;
    private final Organisations organisations;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    Consultations(
            ConsultationRepository consultations,
            ConsultationProcess process,
            LeadAnalysis analysis,
            Organisations organisations,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.process = process;
        this.analysis = analysis;
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the running month of every office that has none yet. */
    void openRunningMonths() {
        LocalDate today = LocalDate.now(clock);
        organisations.all(AdminLevel.PROVINCE).forEach(unit -> openMonth(unit.code(), today));
        organisations.all(AdminLevel.COUNTY).forEach(unit -> openMonth(unit.code(), today));
    }

    void openMonth(String unit, LocalDate day) {
        LocalDate start = Period.MONTH.startOf(day);
        if (consultations.ofPeriod(unit, start).isEmpty()) {
            String id = UUID.randomUUID().toString();
            consultations.open(id, unit, start, Period.MONTH.endOf(day));
            process.monthOpened(consultations.get(id));
        }
    }

    void openNext(String id) {
        Consultation over = consultations.get(id);
        LocalDate today = LocalDate.now(clock);
        LocalDate next = over.end().plusDays(1);
        openMonth(over.unit(), today.isAfter(next) ? today : next);
    }

    /** 三级汇总: keeps the counts as they stand, so that later changes do not alter what was discussed. */
    Deadline summarise(String id) {
        Consultation month = consultations.get(id);
        consultations.keep(id, analysis.count(month.unit(), month.start(), month.end()));
        audit.record(id, "LEADS_SUMMARISED", month.shown() + " 三级举报汇总");
        return deadlines.open(id, null, DeadlineKind.CONSULTATION, LocalDate.now(clock));
    }

    /** 会商: what is general, what follows, who does what. */
    void hold(String id, String trends, String conclusion, List<Assignment> tasks, String person) {
        Consultation month = consultations.get(id);
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < tasks.size(); i++) {
            Assignment each = tasks.get(i);
            organisations.require("assignments[" + i + "].unit", each.unit());
            if (!organisations.isWithin(each.unit(), month.unit())) {
                throw Refusal.of(
                        "assignments[" + i + "].unit",
                        "jurisdiction",
                        "A08",
                        "只能分派给本单位管辖的单位。",
                        "Outside your jurisdiction.");
            }
            if (each.due().isBefore(today)) {
                throw Refusal.of(
                        "assignments[" + i + "].due", "date-past", "A08", "完成日期不得早于今天。", "The date lies in the past.");
            }
            consultations.assign(id, i + 1, each);
        }
        consultations.hold(month, trends, conclusion, person, today);
    }

    void record(String id) {
        deadlines.find(id, null, DeadlineKind.CONSULTATION).ifPresent(due -> deadlines.meet(due, clock.instant()));
        audit.record(
                id,
                "CONSULTATION_HELD",
                "会商研判，分派任务 " + consultations.assignments(id).size() + " 项");
    }
}
