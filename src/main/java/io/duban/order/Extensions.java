package io.duban.order;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.organisation.People;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: asked for before the term is out, once per term, granted by the issuing lead with a reason (T17, INV-18). */
@Service
@Transactional
public class Extensions {

    private static final Set<DeadlineKind> EXTENSIBLE =
            EnumSet.of(DeadlineKind.INVESTIGATION, DeadlineKind.RECTIFICATION);

    private final OrderRepository orders;
    private final ExtensionRepository requests;
    private final OrderPapers papers;
    private final Deadlines deadlines;
    private final Problems problems;
    private final ExtensionProcess process;
    private final OrderVisibility visibility;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Extensions(
            OrderRepository orders,
            ExtensionRepository requests,
            OrderPapers papers,
            Deadlines deadlines,
            Problems problems,
            ExtensionProcess process,
            OrderVisibility visibility,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.requests = requests;
        this.papers = papers;
        this.deadlines = deadlines;
        this.problems = problems;
        this.process = process;
        this.visibility = visibility;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The running terms the current person may ask to extend, as options of a select field. */
    List<Map<String, String>> options() {
        List<Deadline> open = offered();
        Map<String, List<Problem>> found =
                problems.of(open.stream().map(Deadline::caseId).collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock);
        return open.stream()
                .map(deadline -> Map.of(
                        "value",
                        deadline.id(),
                        "label",
                        orders.get(deadline.caseId()).shownNumber() + " "
                                + subject(deadline, found.getOrDefault(deadline.caseId(), List.of()))
                                + deadline.kind().chinese() + "期限 " + deadline.explain(today)))
                .toList();
    }

    /** Whether the current person may ask for more time for this term, even without seeing the rest of its order. */
    boolean offers(String deadlineId) {
        return offered().stream().anyMatch(each -> each.id().equals(deadlineId));
    }

    private List<Deadline> offered() {
        return requests.openDeadlinesFor(people.current()).stream()
                .map(deadlines::get)
                .filter(deadline -> EXTENSIBLE.contains(deadline.kind()))
                .toList();
    }

    private static String subject(Deadline deadline, List<Problem> problems) {
        return problems.stream()
                .filter(each -> each.id().equals(deadline.subjectId()))
                .map(each -> "问题 " + each.seq() + " ")
                .collect(Collectors.joining());
    }

    /** Asks for more time; refused after the term is out, when it was extended before, or while a request is open. */
    String request(String deadlineId, int workingDays, String reason) {
        Deadline deadline = deadlines.get(deadlineId);
        SupervisionOrder order = orders.lock(deadline.caseId());
        visibility.requireParty(order);
        if (!EXTENSIBLE.contains(deadline.kind()) || deadline.status() != DeadlineStatus.OPEN) {
            throw Refusal.of(
                    "deadline", "extensible", "T17", "只有正在计时的调查核实或整改期限可以申请延期。", "Only a running term may be extended.");
        }
        if (deadline.extended()) {
            throw Refusal.of(
                    "deadline",
                    "extension-once",
                    "INV-18",
                    "该期限已延期一次，不能再次延期；未获批准的申请不计，届满前可以再次申请。",
                    "The term was extended before; requests that were refused do not count.");
        }
        if (!clock.instant().isBefore(deadline.dueAt())) {
            throw Refusal.of(
                    "deadline", "extension-before-due", "INV-18", "期限已届满，不能再申请延期，请尽快办结。", "The term is already out.");
        }
        deadlines.requireAskable(order.id(), workingDays, reason);
        String id = UUID.randomUUID().toString();
        requests.insert(
                id, order.id(), deadline, workingDays, reason, people.current().id(), clock.instant());
        audit.record(order.id(), "EXTENSION_REQUESTED", deadline.kind().chinese() + "期限申请延期 " + workingDays + " 个工作日");
        process.extensionRequested(id, order, deadline);
        return id;
    }

    /** Records the lead's word; the time itself moves when the process comes to it. */
    void decide(String id, boolean granted, String note, String person) {
        if (requests.get(id).requestedBy().equals(person)) {
            throw Refusal.forbidden("requester-not-decider", "T17", "申请人不得审批自己的申请。", "Who asks must not decide.");
        }
        requests.decide(id, granted, note, person);
    }

    /** Moves the deadline; timers and due dates move with it. */
    void grant(String id) {
        ExtensionRepository.Request request = requests.get(id);
        Deadline extended = deadlines.extend(
                request.deadlineId(), request.workingDays(), request.reason(), String.valueOf(request.decidedBy()));
        requests.close(id);
        papers.replyToExtension(orders.get(request.orderId()), request, extended, true);
        audit.record(request.orderId(), "EXTENSION_GRANTED", "准予延期 " + request.workingDays() + " 个工作日");
    }

    /** The time stays as it is: the lead has said no, or nobody has decided while there was something to decide. */
    void refuse(String id) {
        ExtensionRepository.Request request = requests.get(id);
        requests.close(id);
        if (request.decidedBy() != null) {
            papers.replyToExtension(orders.get(request.orderId()), request, deadlines.get(request.deadlineId()), false);
            audit.record(request.orderId(), "EXTENSION_REFUSED", "不予延期，维持原期限");
        } else if (deadlines.get(request.deadlineId()).status() == DeadlineStatus.OPEN) {
            audit.record(request.orderId(), "EXTENSION_LAPSED", "原期限届满仍未审批，视为不予延期，维持原期限");
        } else {
            audit.record(request.orderId(), "EXTENSION_LAPSED", "所申请的期限已办结或取消，延期申请失效，无须审批");
        }
    }

    static boolean isExtensible(DeadlineKind kind) {
        return EXTENSIBLE.contains(kind);
    }

    ExtensionRepository.Request get(String id) {
        return requests.get(id);
    }
}
