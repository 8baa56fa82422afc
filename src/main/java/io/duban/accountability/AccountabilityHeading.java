package io.duban.accountability;

/** What a list says about one case (问责): the number of its order, the title, where it stands. */
public record AccountabilityHeading(
        String id, String number, String title, AccountabilityState state, String stateLabel) {

    static AccountabilityHeading of(Accountability found) {
        return new AccountabilityHeading(
                found.id(),
                found.orderNumber(),
                found.title(),
                found.state(),
                found.state().label());
    }
}
