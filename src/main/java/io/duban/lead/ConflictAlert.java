package io.duban.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 回避警示: somebody who must stand aside tried to get near a case.
 *
 * @param actor who made the attempt
 * @param person who was to get it, the same or another account
 * @param attempt a task's id, or READ, SEARCH, TEXT, REGISTER, TRIAGE, NAME_UNIT
 * @param caseKind LEAD or ORDER
 * @param relation SAME, SUBORDINATE, OPERATOR or NAMED
 * @param officeUnit the unit whose office sees the alert
 */
record ConflictAlert(
        long id,
        Instant at,
        String actor,
        String person,
        String attempt,
        String caseKind,
        @Nullable String caseId,
        @Nullable String accusedUnit,
        String relation,
        String officeUnit) {}
