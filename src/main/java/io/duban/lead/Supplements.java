package io.duban.lead;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 举报人补充: tells whoever handles a lead on which day the reporter last added to it, and nothing else. The day is kept,
 * never the time: it would say when the reporter sits at a keyboard.
 */
@Component
class Supplements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Supplements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void supplemented(LeadSupplemented supplemented) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("insert into lead_supplement (lead_ref, received_on) select lead_ref, cast(? as date) from lead"
                        + " where lead_ref = ? and not exists"
                        + " (select 1 from lead_supplement s where s.lead_ref = lead.lead_ref and s.received_on = ?)")
                .params(today, supplemented.leadRef(), today)
                .update();
    }

    Optional<LocalDate> latest(String leadRef) {
        return Optional.ofNullable(latest(List.of(leadRef)).get(leadRef));
    }

    /** The last day for each of the leads that have any. */
    Map<String, LocalDate> latest(Collection<String> leadRefs) {
        return leadRefs.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select lead_ref, max(received_on) as latest from lead_supplement"
                                + " where lead_ref in (:refs) group by lead_ref")
                        .param("refs", leadRefs)
                        .query((row, n) ->
                                Map.entry(row.getString("lead_ref"), row.getObject("latest", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
