package io.duban.audit;

import java.time.Instant;

/** One line of the trail (留痕): at this instant this actor did this to this case. */
public record AuditEvent(long id, Instant at, String actor, String caseId, String action, String sentence) {}
