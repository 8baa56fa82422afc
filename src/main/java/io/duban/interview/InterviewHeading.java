package io.duban.interview;

/** What a list says about one case (约谈): the number of its order, the title, whom it concerns, where it stands. */
public record InterviewHeading(
        String id, String number, String title, String addresseeUnit, InterviewState state, String stateLabel) {

    static InterviewHeading of(Interview found) {
        return new InterviewHeading(
                found.id(),
                found.orderNumber(),
                found.shownTitle(),
                found.addresseeUnit(),
                found.state(),
                found.state().label());
    }
}
