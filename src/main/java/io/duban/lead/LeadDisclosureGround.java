package io.duban.lead;

import io.duban.organisation.Person;
import io.duban.reporter.DisclosureGround;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may ask for the identity behind a lead (A53): only whoever handles it now and need not stand aside. */
@Component
class LeadDisclosureGround implements DisclosureGround {

    private final LeadRepository leads;
    private final LeadVisibility visibility;

    LeadDisclosureGround(LeadRepository leads, LeadVisibility visibility) {
        this.leads = leads;
        this.visibility = visibility;
    }

    @Override
    public Optional<Ground> ground(String leadRef, Person person) {
        return leads.find(leadRef)
                .filter(lead -> visibility.isVisible(person, lead))
                .flatMap(lead -> visibility
                        .handlingUnit(person, lead)
                        .map(unit -> new Ground(unit, involved(lead), Optional.ofNullable(lead.accusedUnit()))));
    }

    private static Set<String> involved(Lead lead) {
        return Stream.of(lead.receivingUnit(), lead.handling().handlingUnit())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
