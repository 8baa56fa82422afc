package io.duban.lead;

import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 线索 as staff see it: codes with their labels, days, and the summary once there is one. */
record LeadView(
        String leadRef,
        @Nullable String number,
        String channel,
        String channelLabel,
        String sourceLevel,
        boolean named,
        @Nullable String category,
        @Nullable String categoryLabel,
        @Nullable String topic,
        @Nullable String topicLabel,
        @Nullable String accusedUnit,
        @Nullable String accusedName,
        @Nullable String districtUnit,
        String receivingUnit,
        String receivingName,
        LocalDate receivedOn,
        @Nullable String summary,
        String state,
        String stateLabel,
        @Nullable LocalDate triagedOn,
        @Nullable TriageResult triage,
        Handling handling) {

    /** {@code whole} for the side that received the lead; whoever verifies it does not learn which order was made from it. */
    static LeadView of(Lead lead, Organisations organisations, boolean whole) {
        return new LeadView(
                lead.leadRef(),
                lead.number(),
                lead.channel().name(),
                lead.channel().label(),
                lead.sourceLevel().name(),
                lead.named(),
                lead.category() == null ? null : lead.category().name(),
                lead.category() == null ? null : lead.category().label(),
                lead.topic() == null ? null : lead.topic().name(),
                lead.topic() == null ? null : lead.topic().label(),
                lead.accusedUnit(),
                name(organisations, lead.accusedUnit()),
                lead.districtUnit(),
                lead.receivingUnit(),
                organisations.get(lead.receivingUnit()).name(),
                lead.receivedOn(),
                lead.summary(),
                lead.state().name(),
                lead.state().label(),
                lead.triagedOn(),
                lead.isTriaged() ? lead.triage() : null,
                whole ? lead.handling() : lead.handling().withoutOrder());
    }

    private static @Nullable String name(Organisations organisations, @Nullable String unit) {
        return unit == null ? null : organisations.find(unit).map(Unit::name).orElse(unit);
    }
}
