package io.duban.engine;

import java.lang.management.ManagementFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The engine writes times of day without a zone and takes them for those of the process, so the process stands in Chinese
 * time before there is an engine, whatever the machine's own zone is. Whoever sets another one for this process by hand
 * means it and is told that it cannot be, instead of being overruled in silence.
 */
final class ShanghaiTime implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String OPTION = "-Duser.timezone=";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** No case is older. */
    private static final Instant SINCE = Instant.parse("2021-07-24T00:00:00Z");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        establish(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static void establish(List<String> options) {
        setByHand(options).filter(zone -> !isChinas(zone)).ifPresent(zone -> {
            throw new StartRefused(
                    "启动失败 Start refused: 期限按北京时间计算，本系统只能在 Asia/Shanghai 时区运行，请去掉 Java 参数 " + OPTION + zone
                            + "（机器本身的时区不必修改） (deadlines are counted in Chinese time: take the option " + OPTION + zone
                            + " away; the machine's own zone does not matter)");
        });
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.ZONE));
    }

    /** The last one counts, as for Java itself. */
    private static Optional<String> setByHand(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(OPTION))
                .map(option -> option.substring(OPTION.length()))
                .filter(zone -> !zone.isBlank())
                .reduce((earlier, later) -> later);
    }

    /** Names differ, PRC or GMT+8; the time does not. */
    private static boolean isChinas(String zone) {
        try {
            var rules = ZoneId.of(zone, ZoneId.SHORT_IDS).getRules();
            return rules.getOffset(SINCE).equals(CHINA) && rules.nextTransition(SINCE) == null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
