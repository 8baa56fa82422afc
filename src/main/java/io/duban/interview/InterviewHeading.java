package io.duban.interview;

/** What a list says about one case (约谈): the number of its order, the title, where it stands. */
public record InterviewHeading(String id, String number, String title, InterviewState state, String stateLabel) {

    static InterviewHeading of(Interview found) {
        return new InterviewHeading(
                found.id(),
                found.orderNumber(),
                found.shownTitle(),
                found.state(),
                found.state().label());
    }
}
