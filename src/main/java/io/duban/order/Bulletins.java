package io.duban.order;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Role;
import io.duban.rectification.BulletinCounts;
import io.duban.rectification.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 通报登记: a bulletin that was issued raises the count of each problem it names and is weighed at once (T22, A43, D07). */
@Service
@Transactional
public class Bulletins {

    private static final String BASIS = "A29、T22";
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TITLE = 500;

    private final OrderRepository orders;
    private final BulletinRepository bulletins;
    private final OrderVisibility visibility;
    private final BulletinCounts counts;
    private final Organisations organisations;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bulletins(
            OrderRepository orders,
            BulletinRepository bulletins,
            OrderVisibility visibility,
            BulletinCounts counts,
            Organisations organisations,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.bulletins = bulletins;
        this.visibility = visibility;
        this.counts = counts;
        this.organisations = organisations;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Registers a bulletin; answers the problems it names with their counts as they are now. */
    List<Problem> register(String orderId, Bulletin bulletin) {
        SupervisionOrder order = orders.lock(orderId);
        visibility.requireVisible(order);
        String issuer = bulletin.issuingUnit().orElse(order.issuerUnit());
        requireIssuing(order, issuer);
        requireOpen(order);
        requireSound(bulletin);
        requireSinceIssue(bulletin, order);
        String id = UUID.randomUUID().toString();
        bulletins.insert(id, orderId, issuer, bulletin, people.current().id(), clock.instant());
        List<Problem> named = counts.raise(orderId, bulletin.problems());
        named.forEach(each -> bulletins.name(id, each));
        audit.record(orderId, "BULLETIN_REGISTERED", sentence(bulletin, issuer, named));
        events.publishEvent(new EscalationInputsChanged(orderId));
        return named;
    }

    private String sentence(Bulletin bulletin, String issuer, List<Problem> named) {
        String counts = named.stream()
                .map(each -> "问题 " + each.seq() + "（累计 " + each.bulletinCount() + " 次）")
                .collect(Collectors.joining("、"));
        return "登记通报：" + organisations.get(issuer).name() + " " + bulletin.issuedOn() + " 印发" + bulletin.number() + "《"
                + bulletin.title() + "》，点名" + counts;
    }

    /** Bulletins are issued by the unit that issued the order or one above it, and registered by that unit's office. */
    private void requireIssuing(SupervisionOrder order, String issuer) {
        organisations.require("issuingUnit", issuer);
        if (!organisations.isWithin(order.issuerUnit(), issuer)) {
            throw Refusal.of(
                    "issuingUnit",
                    "bulletin-issuer",
                    BASIS,
                    "通报须由发出督办单的单位或其上级印发，请核对印发单位。",
                    "A bulletin is issued by the unit that issued the order or one above it.");
        }
        if (!people.current().has(Role.SUPERVISION_OFFICE, issuer)) {
            throw Refusal.forbidden(
                    "bulletin-office", BASIS, "只有印发单位的督导办可以登记通报。", "Only the issuing unit's office may register it.");
        }
    }

    private static void requireOpen(SupervisionOrder order) {
        if (!order.isOut() || order.state().isEnd()) {
            throw Refusal.conflict(
                    "bulletin-state",
                    order.state(),
                    "督办单现为“" + order.state().label() + "”，只有在办的督办单可以登记通报。",
                    "Only an order that is out and not ended can be named in a bulletin.");
        }
    }

    private void requireSound(Bulletin bulletin) {
        requireShort("number", "文号", bulletin.number(), LONGEST_NUMBER);
        requireShort("title", "标题", bulletin.title(), LONGEST_TITLE);
        if (bulletin.issuedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.of(
                    "issuedOn",
                    "bulletin-in-future",
                    BASIS,
                    "印发日期“" + bulletin.issuedOn() + "”在今天以后，请在通报印发后登记。",
                    "The bulletin is dated in the future; register it once it is issued.");
        }
    }

    /** It speaks of what became of the order; what was said before belongs to an order of its own. */
    private static void requireSinceIssue(Bulletin bulletin, SupervisionOrder order) {
        OrderSheet.issuedOn(order).filter(bulletin.issuedOn()::isBefore).ifPresent(issued -> {
            throw Refusal.of(
                    "issuedOn",
                    "bulletin-before-order",
                    BASIS,
                    "印发日期“" + bulletin.issuedOn() + "”早于督办单印发之日（" + issued + "），请核对通报的印发日期。",
                    "The bulletin is older than the order (" + issued + "); check its day.");
        });
    }

    private static void requireShort(String field, String name, String text, int most) {
        if (text.length() > most) {
            throw Refusal.of(
                    field,
                    "max-length",
                    BASIS,
                    name + "最多 " + most + " 字。",
                    field + " takes at most " + most + " characters.");
        }
    }
}
