package io.duban.accountability;

import io.duban.engine.Refusal;
import io.duban.engine.StandingAside;
import io.duban.organisation.People;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 问责 over HTTP: the issuing unit and those above it see a case, a party what it was told; how far it is published is
 * decided elsewhere.
 */
@RestController
@RequestMapping("/api/accountabilities")
class AccountabilityController {

    private final Accountabilities accountabilities;
    private final AccountabilityCases cases;
    private final People people;
    private final StandingAside aside;

    AccountabilityController(
            Accountabilities accountabilities, AccountabilityCases cases, People people, StandingAside aside) {
        this.aside = aside;
        this.accountabilities = accountabilities;
        this.cases = cases;
        this.people = people;
    }

    @GetMapping
    List<AccountabilitySummary> ofOrder(@RequestParam String order) {
        if (aside.isAside(order)) {
            return List.of();
        }
        boolean above = cases.ofOrder(order).stream().anyMatch(each -> people.sees(each.issuerUnit()))
                && cases.ofOrder(order).stream().noneMatch(each -> aside.isAside(each.id()));
        return above ? accountabilities.ofOrder(order) : accountabilities.toldOfOrder(order);
    }

    @GetMapping("/{id}")
    AccountabilityDossier one(@PathVariable String id) {
        return people.sees(cases.get(id).issuerUnit()) && !aside.isAside(id)
                ? accountabilities.dossier(id)
                : accountabilities.toldTo(id).orElseThrow(() -> {
                    aside.attempted(id);
                    return Refusal.notFound("没有这个问责案件。", "There is no such accountability case.");
                });
    }
}
