package io.duban.accountability;

/** What a list says about one case (问责): the number of its order, the title, whom it concerns, where it stands. */
public record AccountabilityHeading(
        String id, String number, String title, String addresseeUnit, AccountabilityState state, String stateLabel) {

    static AccountabilityHeading of(Accountability found) {
        return new AccountabilityHeading(
                found.id(),
                found.orderNumber(),
                found.title(),
                found.addresseeUnit(),
                found.state(),
                found.state().label());
    }
}
