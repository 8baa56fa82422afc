package io.duban.organisation;

import io.duban.engine.StandingAside;
import org.springframework.stereotype.Component;

/**
 * Whoever asks, in the name of those of their units in which they may read a case (回避): somebody who also works for a
 * party reads what that party is told, and nothing in the name of the office they have beside it.
 */
@Component
public class ReadingPerson {

    private final People people;
    private final StandingAside aside;

    ReadingPerson(People people, StandingAside aside) {
        this.people = people;
        this.aside = aside;
    }

    public Person of(String caseId) {
        Person person = people.current();
        return person.in(aside.readsAs(caseId, person.units()));
    }
}
