package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.lead.Consolidation.State;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 分区归集 (P02): period by period the valid leads of a receiving unit become one notice for each district. */
@Service
@Transactional
class Consolidations {

    private final ConsolidationRepository periods;
    private final LeadConsolidationProcess process;
    private final Notices notices;
    private final Organisations organisations;
    private final LeadSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Consolidations(
            ConsolidationRepository periods,
            LeadConsolidationProcess process,
            Notices notices,
            Organisations organisations,
            LeadSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.periods = periods;
        this.process = process;
        this.notices = notices;
        this.organisations = organisations;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the running period of every city-level receiving unit that has none yet. */
    void openRunningPeriods() {
        LocalDate today = LocalDate.now(clock);
        organisations.all(AdminLevel.PROVINCE).forEach(unit -> openPeriod(unit.code(), today));
    }

    /** Opens the period the day lies in, unless it is there already. */
    void openPeriod(String receivingUnit, LocalDate day) {
        LocalDate start = settings.consolidationPeriod().startOf(day);
        if (periods.ofPeriod(receivingUnit, start).isEmpty()) {
            String id = UUID.randomUUID().toString();
            LocalDate end = settings.consolidationPeriod().endOf(day);
            periods.open(id, receivingUnit, start, end);
            process.periodOpened(periods.get(id));
        }
    }

    /** The period is over: the one that runs now is opened before anything is gathered, so that none is missed. */
    void openNext(String id) {
        Consolidation over = periods.get(id);
        LocalDate today = LocalDate.now(clock);
        LocalDate next = over.end().plusDays(1);
        openPeriod(over.receivingUnit(), today.isAfter(next) ? today : next);
    }

    /** 分区归集: gathers what waits; whether there is anything. */
    boolean gather(String id) {
        Consolidation period = periods.lock(id);
        List<Lead> leads = periods.waiting(period.receivingUnit(), period.end());
        for (int i = 0; i < leads.size(); i++) {
            periods.gather(id, i + 1, leads.get(i));
        }
        periods.change(period, Map.of("state", (leads.isEmpty() ? State.EMPTY : State.REVIEWING).name()));
        audit.record(id, "LEADS_CONSOLIDATED", period.shown() + " 归集有效线索 " + leads.size() + " 条");
        return !leads.isEmpty();
    }

    /** 审核清单: line by line, in or not, and in which words. */
    void review(String id, List<Fields> rows, @Nullable String note) {
        Consolidation period = require(id, State.REVIEWING);
        Map<String, GatheredLead> byRef =
                periods.gathered(id).stream().collect(Collectors.toMap(GatheredLead::ref, Function.identity()));
        rows.forEach(row -> review(id, byRef, row));
        boolean any = periods.gathered(id).stream().anyMatch(GatheredLead::included);
        if (!any) {
            throw Refusal.of(
                    "leads", "at-least-one", "A21", "至少列入一条线索；本期全部暂缓的，请逐条核对后保留最需要督办的一条。", "Include at least one.");
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("state", State.DRAFTING.name());
        columns.put("review_note", note);
        periods.change(period, columns);
        audit.record(id, "LEAD_LIST_REVIEWED", "审核线索清单");
    }

    private void review(String id, Map<String, GatheredLead> byRef, Fields row) {
        GatheredLead line = byRef.get(row.text("ref"));
        if (line == null) {
            throw Refusal.of(
                    row.nameOf("ref"), "unknown-line", "A21", "清单中没有“" + row.text("ref") + "”，请刷新。", "No such line.");
        }
        boolean included = row.either("include", "YES", "NO");
        if (!included && row.optionalText("reason").isEmpty()) {
            throw Refusal.of(
                    row.nameOf("reason"),
                    "required",
                    "A21",
                    "“" + line.ref() + "”暂不列入的，请说明理由。",
                    "Say why this line is left out.");
        }
        String summary = row.optionalText("summary").orElse(line.summary());
        SummaryRules.requireNone(row.nameOf("summary"), summary);
        periods.review(
                id,
                line.leadRef(),
                included,
                summary,
                row.optionalText("reason").orElse(null));
    }

    /** 拟督办通知. */
    void draft(String id, NoticeDraft draft, String person) {
        Consolidation period = require(id, State.DRAFTING);
        draft.requireComplete(LocalDate.now(clock));
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("state", State.PENDING_ISSUE.name());
        columns.put("title", draft.title());
        columns.put("requirements", draft.requirements());
        columns.put("reply_due", draft.replyDue());
        columns.put("drafter", person);
        columns.put("return_reason", null);
        periods.change(period, columns);
        audit.record(id, "NOTICES_DRAFTED", "拟督办通知：" + draft.title());
    }

    /** 签发 by somebody else than the drafter, or back. */
    void sign(String id, boolean issued, @Nullable String reason, String person) {
        Consolidation period = require(id, State.PENDING_ISSUE);
        if (!issued && reason == null) {
            throw Refusal.of("reason", "required", "退回修改", "退回修改时须写明理由。", "Say why it goes back.");
        }
        if (issued && person.equals(period.drafter())) {
            throw Refusal.forbidden(
                    "drafter-not-issuer", "domain 3.3", "拟稿人不得签发自己拟制的文稿。", "The drafter must not sign.");
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("state", (issued ? State.PENDING_ISSUE : State.DRAFTING).name());
        columns.put("return_reason", reason);
        columns.put("issuer", issued ? person : null);
        periods.change(period, columns);
        audit.record(id, issued ? "NOTICES_SIGNED" : "NOTICES_RETURNED", issued ? "签发督办通知" : "退回修改：" + reason);
    }

    /** 编号印发: one notice for each district, each with a process of its own. */
    void issue(String id) {
        Consolidation period = require(id, State.PENDING_ISSUE);
        List<String> districts = periods.gathered(id).stream()
                .filter(GatheredLead::included)
                .map(GatheredLead::districtUnit)
                .distinct()
                .toList();
        notices.issue(period, districts);
        periods.change(period, Map.of("state", State.ISSUED.name()));
        audit.record(id, "NOTICES_ISSUED", "印发督办通知 " + districts.size() + " 份");
    }

    private Consolidation require(String id, State state) {
        Consolidation period = periods.lock(id);
        if (period.state() != state) {
            throw Refusal.conflict(
                    "consolidation-state",
                    period.state(),
                    "本期归集现为“" + period.state().label() + "”，不能办理此步骤，请刷新。",
                    "The consolidation is in another state.");
        }
        return period;
    }
}
