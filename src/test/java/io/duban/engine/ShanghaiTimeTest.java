package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    /** In a process of its own, as the machine starts it. */
    @Test
    void aProcessOnAMachineInNewYorkStandsInChineseTime() throws Exception {
        assertThat(said("America/New_York", List.of())).contains("zone: Asia/Shanghai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York"})
    void aProcessStartedInAnotherZoneByHandEndsAndSaysWhatToTakeAway(String zone) throws Exception {
        assertThat(said("Asia/Shanghai", List.of("-Duser.timezone=" + zone)))
                .contains("启动失败", "-Duser.timezone=" + zone)
                .doesNotContain("zone: ");
    }

    private static String said(String machine, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ZoneAtStart.class.getName()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("TZ", machine);
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
