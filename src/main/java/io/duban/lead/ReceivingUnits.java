package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 归口受理: whose office receives a report (A18, A19, H13). What the public reports goes to the office of the province or
 * municipality above the accused unit; a unit is never given what is said against itself.
 */
@Component
class ReceivingUnits {

    private static final Set<AdminLevel> REPORTABLE = EnumSet.of(
            AdminLevel.COUNTY,
            AdminLevel.TOWNSHIP_CENTRE,
            AdminLevel.SCHOOL,
            AdminLevel.INSTITUTION,
            AdminLevel.DEPARTMENT);
    private static final int MOST_FOUND = 12;

    private final Organisations organisations;
    private final String fallback;

    ReceivingUnits(Organisations organisations, @Value("${duban.report.receiving-unit:}") String fallback) {
        this.organisations = organisations;
        this.fallback = fallback;
    }

    /** Units the public may name, found by a part of the name, the very name first; none for an empty text. */
    List<Unit> reportable(String text) {
        return text.isBlank()
                ? List.of()
                : organisations.best(text, unit -> REPORTABLE.contains(unit.level()), MOST_FOUND);
    }

    /** The unit a report names; refuses one that is unknown or above what this platform may receive against. */
    Unit accused(String field, String code) {
        Unit unit = organisations.require(field, code);
        if (!REPORTABLE.contains(unit.level())) {
            throw Refusal.of(
                    field,
                    "reportable-level",
                    "A18；INV-05",
                    "本平台受理对区县及以下单位的举报；反映市（省）级机关的问题，请向其上一级机关举报。",
                    "This platform takes reports about districts and below; turn to the next level up.");
        }
        return unit;
    }

    /** Who receives what the public says against this unit, or what names no unit. */
    Unit forPublic(Optional<Unit> accused) {
        return accused.map(unit -> above(unit.code())).orElseGet(this::first);
    }

    /** Who receives what staff of this unit took down: the unit itself where the accused is its affair, else the level above. */
    Unit forStaff(Unit staff, Optional<Unit> accused) {
        boolean own = accused.map(unit -> organisations.isWithin(unit.code(), staff.code())
                        && !organisations.relation(staff.code(), unit.code()).requiresRecusal())
                .orElse(true);
        return own ? staff : above(accused.orElse(staff).code());
    }

    /** The nearest province or municipality above the unit that is free to act against it. */
    Unit above(String accused) {
        return Stream.iterate(organisations.find(accused), Optional::isPresent, this::parent)
                .flatMap(Optional::stream)
                .filter(unit -> unit.level() == AdminLevel.PROVINCE)
                .filter(unit -> !organisations.relation(unit.code(), accused).requiresRecusal())
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "unit",
                        "no-independent-office",
                        "INV-05；D04",
                        "本平台没有可以独立受理该单位举报的机关，请向上一级教育督导机构举报。",
                        "No office here is independent of this unit; turn to the next level up."));
    }

    private Optional<Unit> parent(Optional<Unit> unit) {
        return unit.map(Unit::parent).flatMap(organisations::find);
    }

    private Unit first() {
        return fallback.isBlank()
                ? organisations.all(AdminLevel.PROVINCE).stream()
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(
                                "unit",
                                "no-office",
                                "A18",
                                "系统尚未设置受理单位，请改用公布的举报电话或邮箱。",
                                "No office has been set up yet; use a published telephone or e-mail."))
                : organisations.get(fallback);
    }
}
