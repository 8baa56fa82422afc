package io.duban.casework;

import io.duban.organisation.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;

/** Who typed, and in the name of which unit. */
record Typist(String person, String unit) {

    /**
     * Somebody of one unit acts for that; of several, for the one the step was offered to, else for the highest of them.
     *
     * @param offered the groups the step is offered to, asked only where it matters
     */
    static Typist of(Person person, Supplier<? extends Collection<String>> offered) {
        if (person.units().size() < 2) {
            return new Typist(person.id(), String.join("", person.units()));
        }
        return new Typist(
                person.id(),
                offered.get().stream()
                        .filter(person.groups()::contains)
                        .map(group -> group.substring(group.indexOf('.') + 1))
                        .filter(person.units()::contains)
                        .findFirst()
                        .orElseGet(() -> person.units().stream()
                                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                                .orElseThrow()));
    }
}
