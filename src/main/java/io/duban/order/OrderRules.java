package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom an order may address, whom it may accuse, and who may draft it (INV-24, A47, A48). */
@Component
class OrderRules {

    private static final Set<AdminLevel> ACCUSED = Set.of(AdminLevel.SCHOOL, AdminLevel.INSTITUTION);

    private final Organisations organisations;

    OrderRules(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The office of the drafter that issues this instrument. */
    Unit issuerFor(Instrument instrument, Person drafter) {
        return drafter.units().stream()
                .filter(unit -> drafter.has(Role.SUPERVISION_OFFICE, unit))
                .map(organisations::get)
                .filter(unit -> instrument.isIssuedBy(unit.level()))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "drafter",
                        "domain 3.4；F10",
                        "只有相应层级的督导办经办人可以拟制“" + instrument.label() + "”（重点问题督办单由省市级、问题整改督办单和督办函由区县级拟制）。",
                        "Only the supervision office of the issuing level may draft this instrument."));
    }

    /** INV-24: the addressee's type matches the instrument, and the accused unit is a school or institution there. */
    void requireMatching(OrderDraft draft, Unit issuer) {
        Unit addressee = organisations.require("addresseeUnit", draft.addresseeUnit());
        if (!draft.instrument().mayAddress(addressee.level())) {
            throw Refusal.of(
                    "addresseeUnit",
                    "addressee-type",
                    "INV-24；A47、B54、G17",
                    "“" + draft.instrument().label() + "”只能发给"
                            + draft.instrument().addresseeLabel() + "，“" + addressee.name() + "”是"
                            + addressee.level().label() + "，请改选。",
                    "This instrument cannot be addressed to a unit of this level.");
        }
        if (!organisations.isWithin(addressee.code(), issuer.code())) {
            throw Refusal.of(
                    "addresseeUnit",
                    "jurisdiction",
                    "属地管理",
                    "“" + addressee.name() + "”不在本单位管辖范围内，请改选。",
                    "The addressee lies outside your jurisdiction.");
        }
        Unit accused = organisations.require("accusedUnit", draft.accusedUnit());
        if (!ACCUSED.contains(accused.level())) {
            throw Refusal.of(
                    "accusedUnit",
                    "accused-type",
                    "A48",
                    "被督办的单位应为学校或校外培训机构，“" + accused.name() + "”不是，请改选。",
                    "The accused unit must be a school or a training institution.");
        }
        boolean fits = draft.instrument().isInvestigated()
                ? organisations.isWithin(accused.code(), addressee.code())
                : accused.code().equals(addressee.code());
        if (!fits) {
            throw Refusal.of(
                    "accusedUnit",
                    "accused-within-addressee",
                    "A48、A49",
                    "“" + accused.name() + "”不属于“" + addressee.name() + "”，请核对主送单位与被督办单位。",
                    "The accused unit does not belong to the addressee.");
        }
    }

    /** The engine keeps a case in the district it began in, so a draft for another district is another order. */
    void requireSameDistrict(SupervisionOrder order, OrderDraft draft) {
        if (!organisations.districtOf(draft.addresseeUnit()).code().equals(order.districtUnit())) {
            throw Refusal.of(
                    "addresseeUnit",
                    "district-fixed",
                    "设计：案件按属地隔离",
                    "主送单位所属的区县不能在拟稿中更换，请撤销后另行拟制。",
                    "The district of a draft cannot be changed; withdraw it and draft another.");
        }
    }
}
