package io.duban.accountability;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * 送达: when a paper of a case counts as received, and until when the decision may be objected to. What is posted or sent
 * counts as received after the term for deemed delivery, since no source document says when.
 */
@Component
class Deliveries {

    private final Deadlines deadlines;

    Deliveries(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    LocalDate receivedOn(String id, NotificationWay way, LocalDate sentOn) {
        return way.reachesAtOnce() ? sentOn : deadlines.endOf(id, DeadlineKind.DEEMED_DELIVERY, sentOn);
    }

    /** The last day on which a subject may ask for a review (复核); the one for a direct appeal (申诉) is earlier. */
    LocalDate objectedUntil(String id, DecisionDelivery delivery) {
        LocalDate received = receivedOn(id, delivery.way(), delivery.deliveredOn());
        return deadlines.endOf(id, DeadlineKind.REVIEW_REQUEST, received);
    }
}
