package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShanghaiTimeTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void back() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
    void theMachinesOwnZoneIsOverruled(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));

        ShanghaiTime.establish(List.of("-Xmx1g"));

        assertThat(ZoneId.systemDefault()).isEqualTo(BusinessClock.ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "PRC", "GMT+8", "Asia/Chongqing"})
    void chineseTimeByAnyNameIsChineseTime(String zone) {
        ShanghaiTime.establish(List.of("-Duser.timezone=UTC", "-Duser.timezone=" + zone));

        assertThat(ZoneId.systemDefault()).isEqualTo(BusinessClock.ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "no zone"})
    void anotherZoneSetByHandStopsTheStartAndSaysWhatToTakeAway(String zone) {
        assertThatThrownBy(() -> ShanghaiTime.establish(List.of("-Duser.timezone=" + zone)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("-Duser.timezone=" + zone)
                .hasMessageContaining("Asia/Shanghai");
    }
}
