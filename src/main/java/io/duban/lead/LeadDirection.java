package io.duban.lead;

import io.duban.engine.Decisions;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 定向 (D02): which division of a unit handles or guides a topic. */
@Component
class LeadDirection implements KnownToModels {

    /** The divisions that may handle or guide, whichever of them a level has. */
    private static final List<Role> DIVISIONS = List.of(
            Role.TRAINING_DIVISION,
            Role.BASIC_EDUCATION_DIVISION,
            Role.PERSONNEL_DIVISION,
            Role.VOCATIONAL_DIVISION,
            Role.RESEARCH_OFFICE,
            Role.SUPERVISION_OFFICE,
            Role.PETITION_OFFICE);

    static final Question QUESTION = Question.one("directLead")
            .input("level", AdminLevel.COUNTY, AdminLevel.PROVINCE)
            .input("topic", LeadTopic.values())
            .text("division", DIVISIONS.stream().map(Role::id).collect(Collectors.toSet()));

    private final Decisions decisions;
    private final Organisations organisations;

    LeadDirection(Decisions decisions, Organisations organisations) {
        this.decisions = decisions;
        this.organisations = organisations;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    /** The candidate group that the decision names for this unit and the topic of the lead. */
    String groupOf(String unitCode, Lead lead) {
        return divisionOf(unitCode, lead).group(unitCode);
    }

    /** The division that the decision names for this unit and the topic of the lead. */
    Role divisionOf(String unitCode, Lead lead) {
        AdminLevel level =
                organisations.get(unitCode).level() == AdminLevel.COUNTY ? AdminLevel.COUNTY : AdminLevel.PROVINCE;
        List<Map<String, Object>> fired = decisions.ask(
                lead.leadRef(),
                "directLead",
                Map.of(
                        "level",
                        level.name(),
                        "topic",
                        Optional.ofNullable(lead.topic())
                                .orElse(LeadTopic.OTHER)
                                .name()));
        return Role.byId(String.valueOf(fired.get(0).get("division"))).orElseThrow();
    }

    /** The divisions of a unit as options of a select field. */
    List<Map<String, String>> options(String unitCode) {
        Unit unit = organisations.get(unitCode);
        return divisionsAt(unit.level())
                .map(role -> Map.of("value", role.id(), "label", role.label()))
                .toList();
    }

    /** Every division there is, for a form whose unit is chosen in the same step. */
    List<Map<String, String>> all() {
        return DIVISIONS.stream()
                .map(role -> Map.of("value", role.id(), "label", role.label()))
                .toList();
    }

    boolean has(String unitCode, String division) {
        return divisionsAt(organisations.get(unitCode).level())
                .anyMatch(role -> role.id().equals(division));
    }

    private static Stream<Role> divisionsAt(AdminLevel level) {
        return DIVISIONS.stream().filter(role -> role.existsAt(level));
    }
}
