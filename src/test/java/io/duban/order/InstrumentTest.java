package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.organisation.AdminLevel;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstrumentTest {

    @Test
    void aKeyIssueOrderGoesFromTheCityToADistrictGovernmentOnly() {
        assertThat(Stream.of(AdminLevel.values()).filter(Instrument.KEY_ISSUE_ORDER::mayAddress))
                .containsExactly(AdminLevel.COUNTY);
        assertThat(Stream.of(AdminLevel.values()).filter(Instrument.KEY_ISSUE_ORDER::isIssuedBy))
                .containsExactlyInAnyOrder(AdminLevel.PROVINCE, AdminLevel.PREFECTURE);
        assertThat(Instrument.KEY_ISSUE_ORDER.isInvestigated()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Instrument.class,
            names = {"RECTIFICATION_ORDER", "RECTIFICATION_LETTER"})
    void theOthersGoFromADistrictToASchoolOrInstitutionWithoutInvestigation(Instrument instrument) {
        assertThat(Stream.of(AdminLevel.values()).filter(instrument::mayAddress))
                .containsExactlyInAnyOrder(AdminLevel.SCHOOL, AdminLevel.INSTITUTION);
        assertThat(Stream.of(AdminLevel.values()).filter(instrument::isIssuedBy))
                .containsExactly(AdminLevel.COUNTY);
        assertThat(instrument.isInvestigated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void whoDraftsNeverSigns(Instrument instrument) {
        assertThat(instrument.issuerGroup("310104")).isNotEqualTo("supervision-office.310104");
    }
}
