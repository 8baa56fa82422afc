package io.duban.lead;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 演示渠道: visibly invented addresses for every district of the demo; nothing here can be called or written to. */
@Component
@Profile("demo")
@Order
class DemoChannels implements ApplicationRunner {

    private static final LocalDate SINCE = LocalDate.of(2021, 10, 8);

    private final ReportChannelRepository channels;
    private final Organisations organisations;

    DemoChannels(ReportChannelRepository channels, Organisations organisations) {
        this.channels = channels;
        this.organisations = organisations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (channels.active().isEmpty()) {
            Stream.concat(
                            organisations.all(AdminLevel.PROVINCE).stream(),
                            organisations.all(AdminLevel.COUNTY).stream())
                    .forEach(this::publish);
        }
    }

    private void publish(Unit unit) {
        String code = unit.code();
        add(unit, ReportChannel.Type.EMAIL, "jubao@" + code + ".example", null, "全天");
        add(unit, ReportChannel.Type.PHONE, "000-" + code + "（演示号码，不可拨打）", null, "工作日 9:00—17:00");
        if (unit.level() == AdminLevel.PROVINCE) {
            add(
                    unit,
                    ReportChannel.Type.PHONE,
                    "000-" + code + "-2（演示号码，不可拨打）",
                    LeadTopic.TEACHER_PAID_TUTORING,
                    "工作日 9:00—17:00");
        }
    }

    private void add(Unit unit, ReportChannel.Type type, String address, @Nullable LeadTopic topic, String hours) {
        String id = unit.code() + "-" + type + (topic == null ? "" : "-" + topic);
        channels.insert(new ReportChannel(id, unit.code(), type, address, topic, hours, SINCE, true));
    }
}
