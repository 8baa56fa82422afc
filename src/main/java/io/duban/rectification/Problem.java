package io.duban.rectification;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 问题: the unit of rectification and of statistics.
 *
 * @param due the day set for its rectification (附件4 整改要求含时限); null until it is confirmed
 * @param round 1 at first, one more with every return and every relapse (INV-17)
 * @param bulletinCount how many bulletins have named it (feeds the escalation, A43)
 */
public record Problem(
        String id,
        String orderId,
        int seq,
        ProblemCategory category,
        String description,
        ProblemOrigin origin,
        ProblemState state,
        @Nullable String requirement,
        @Nullable LocalDate due,
        int round,
        boolean reopened,
        int bulletinCount,
        @Nullable String signOffNumber,
        @Nullable Instant signedOffAt,
        @Nullable String returnReason,
        int version) {

    Problem withBulletins(int count) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                state,
                requirement,
                due,
                round,
                reopened,
                count,
                signOffNumber,
                signedOffAt,
                returnReason,
                version);
    }

    Problem in(ProblemState next) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                next,
                requirement,
                due,
                round,
                reopened,
                bulletinCount,
                signOffNumber,
                signedOffAt,
                returnReason,
                version);
    }

    /** As it stands in its table after it was written. */
    Problem written() {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                state,
                requirement,
                due,
                round,
                reopened,
                bulletinCount,
                signOffNumber,
                signedOffAt,
                returnReason,
                version + 1);
    }

    Problem confirmed(String text, String demand, @Nullable LocalDate until) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                text,
                origin,
                ProblemState.RECTIFYING,
                demand,
                until,
                round,
                reopened,
                bulletinCount,
                null,
                null,
                null,
                version);
    }

    Problem signedOff(String number, Instant at) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                ProblemState.SIGNED_OFF,
                requirement,
                due,
                round,
                reopened,
                bulletinCount,
                number,
                at,
                null,
                version);
    }

    /** Back to work: the round grows, a sign-off is revoked, the reason and the new day are kept (T13, T16). */
    Problem again(String reason, @Nullable LocalDate until, boolean relapsed) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                ProblemState.RECTIFYING,
                requirement,
                until,
                round + 1,
                reopened || relapsed,
                bulletinCount,
                null,
                null,
                reason,
                version);
    }

    /** A check has failed: the reason and, if one was set, the new day wait for the problem to go back to work. */
    Problem refused(ProblemState stage, String reason, @Nullable LocalDate until) {
        return new Problem(
                id,
                orderId,
                seq,
                category,
                description,
                origin,
                stage,
                requirement,
                until,
                round,
                reopened,
                bulletinCount,
                null,
                null,
                reason,
                version);
    }
}
