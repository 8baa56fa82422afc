package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报渠道公开: who publishes what, and which districts do not publish enough: 「各区要开通举报平台（电子邮箱或电话）」 (A07,
 * profile ANY), 「要公开举报电子邮箱和电话」 (H12, profile ALL).
 */
@Service
@Transactional
public class ReportChannels {

    private static final String BASIS = "A07；H12";
    private static final Set<ReportChannel.Type> REQUIRED =
            EnumSet.of(ReportChannel.Type.EMAIL, ReportChannel.Type.PHONE);

    private final ReportChannelRepository channels;
    private final Organisations organisations;
    private final LeadVisibility visibility;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;
    private final Coverage coverage;

    ReportChannels(
            ReportChannelRepository channels,
            Organisations organisations,
            LeadVisibility visibility,
            People people,
            AuditTrail audit,
            Clock clock,
            @Value("${duban.report.coverage:ANY}") Coverage coverage) {
        this.channels = channels;
        this.organisations = organisations;
        this.visibility = visibility;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.coverage = coverage;
    }

    /** How much a district must publish: an e-mail address or a telephone, or both. */
    enum Coverage {
        ANY,
        ALL
    }

    /** The public channels of one unit. */
    record Published(Unit unit, List<ReportChannel> channels) {}

    /** A district that does not publish what it must. */
    record Gap(String unit, String name, List<ReportChannel.Type> missing) {}

    /** What is public today, unit by unit, those above first. */
    @Transactional(readOnly = true)
    public List<Published> published() {
        return channels.active().stream()
                .filter(channel -> channel.isPublicOn(today()))
                .collect(Collectors.groupingBy(ReportChannel::unit))
                .entrySet()
                .stream()
                .map(each -> new Published(organisations.get(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing((Published each) -> each.unit().level())
                        .thenComparing(each -> each.unit().code()))
                .toList();
    }

    /** 渠道覆盖检查: the districts of this person's office that publish too little. */
    @Transactional(readOnly = true)
    public List<Gap> gaps() {
        Set<String> offices = visibility.offices(people.current());
        List<ReportChannel> open = channels.active().stream()
                .filter(channel -> channel.isPublicOn(today()))
                .toList();
        return organisations.all(AdminLevel.COUNTY).stream()
                .filter(district -> offices.contains(district.code()))
                .map(district -> new Gap(district.code(), district.name(), missing(district, open)))
                .filter(gap -> !gap.missing().isEmpty())
                .toList();
    }

    /** @throws Refusal unless the person belongs to an office that keeps channels, whatever it is that they send */
    @Transactional(readOnly = true)
    public void requireOffice() {
        if (visibility.offices(people.current()).isEmpty()) {
            throw noOffice();
        }
    }

    /** Publishes a channel of a unit at or below the person's own office. */
    public ReportChannel publish(ReportChannel channel) {
        requireOffice(people.current(), channel.unit());
        organisations.require("unit", channel.unit());
        if (channel.address().isBlank() || channel.address().length() > 200) {
            throw Refusal.of("address", "length", BASIS, "渠道地址须为 1 至 200 字。", "The address has 1 to 200 characters.");
        }
        if (channel.openHours().length() > 100) {
            throw Refusal.of("openHours", "length", BASIS, "开放时间最多 100 字。", "The hours take at most 100 characters.");
        }
        ReportChannel kept = new ReportChannel(
                UUID.randomUUID().toString(),
                channel.unit(),
                channel.type(),
                channel.address().strip(),
                channel.topic(),
                channel.openHours(),
                channel.publicSince(),
                true);
        channels.insert(kept);
        audit.record(
                "report-channels", "CHANNEL_PUBLISHED", "公开举报渠道：" + kept.type().label());
        return kept;
    }

    /** Takes a channel back; its row stays. */
    public void close(String id) {
        ReportChannel channel =
                channels.find(id).orElseThrow(() -> Refusal.notFound("没有这个举报渠道。", "There is no such channel."));
        requireOffice(people.current(), channel.unit());
        channels.close(id);
        audit.record(
                "report-channels", "CHANNEL_CLOSED", "停用举报渠道：" + channel.type().label());
    }

    private void requireOffice(Person person, String unit) {
        boolean office = visibility.offices(person).stream().anyMatch(own -> organisations.isWithin(unit, own));
        if (!office) {
            throw noOffice();
        }
    }

    private static Refusal noOffice() {
        return Refusal.forbidden(
                "channel-office", BASIS, "只有本单位或上级的信访办、督导办可以维护举报渠道。", "Only the office of the unit may do this.");
    }

    private List<ReportChannel.Type> missing(Unit district, List<ReportChannel> open) {
        Set<ReportChannel.Type> has = open.stream()
                .filter(channel -> channel.unit().equals(district.code()))
                .map(ReportChannel::type)
                .collect(Collectors.toSet());
        Stream<ReportChannel.Type> missing = REQUIRED.stream().filter(type -> !has.contains(type));
        boolean enough = coverage == Coverage.ANY && REQUIRED.stream().anyMatch(has::contains);
        return enough ? List.of() : missing.toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }
}
