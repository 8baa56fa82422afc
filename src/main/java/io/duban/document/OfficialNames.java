package io.duban.document;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 机关全称: how units are called on official papers, as issuer (发文机关) and as addressee (主送机关). */
@Component
class OfficialNames {

    private static final Set<AdminLevel> WITH_A_GOVERNMENT =
            EnumSet.of(AdminLevel.PROVINCE, AdminLevel.PREFECTURE, AdminLevel.COUNTY);

    private final Organisations organisations;

    OfficialNames(Organisations organisations) {
        this.organisations = organisations;
    }

    String issuer(PaperKind kind, String unit) {
        return kind.body().of(organisations.get(unit).name());
    }

    /** 印发机关. */
    String printer(PaperKind kind, String unit) {
        return kind.body().printerOf(organisations.get(unit).name());
    }

    /** 上级督导机构: the office of the unit above, for a province the one of the State Council. */
    String officeAbove(String unit) {
        String above = organisations.get(unit).parent();
        return above == null
                ? "国务院教育督导委员会办公室"
                : IssuingBody.OFFICE.of(organisations.get(above).name());
    }

    /** A unit's full name, a region's government (A47); what is no unit's code stands as it was written. */
    String addressee(String codeOrName) {
        return organisations.find(codeOrName).map(OfficialNames::full).orElse(codeOrName);
    }

    private static String full(Unit unit) {
        return WITH_A_GOVERNMENT.contains(unit.level()) ? unit.name() + "人民政府" : unit.name();
    }
}
