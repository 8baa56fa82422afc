package io.duban.worklist;

import io.duban.casework.CaseEntry;
import io.duban.casework.Told;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to a case as it is today, for what was typed in it.
 *
 * @param issuer of the side that issued the case (received the lead), or above it
 * @param addressee knows of the whole case from the day it went out
 * @param ownSide which units are of the addressee's side
 * @param subject is told findings and demands only
 * @param subjects the parts of the case that it is told of; one about no part is about the case
 */
record EntryStanding(
        boolean issuer, boolean addressee, Predicate<String> ownSide, boolean subject, Set<String> subjects) {

    static final EntryStanding NONE = new EntryStanding(false, false, unit -> false, false, Set.of());

    static final EntryStanding ISSUER = new EntryStanding(true, true, unit -> true, true, Set.of());

    static EntryStanding addressee(Predicate<String> ownSide) {
        return new EntryStanding(false, true, ownSide, false, Set.of());
    }

    static EntryStanding subject(Set<String> subjects) {
        return new EntryStanding(false, false, unit -> false, true, subjects);
    }

    boolean isNone() {
        return !issuer && !addressee && !subject;
    }

    /**
     * Whether an entry is read by this side; of those who typed it nothing is said here.
     *
     * @param told what the step says of itself; nothing is the issuer's
     */
    boolean reads(CaseEntry entry, @Nullable Told told) {
        if (told == Told.SEALED) {
            return false;
        }
        if (issuer || told == null || told == Told.ISSUER) {
            return issuer;
        }
        return switch (told) {
            case SIDE -> addressee && ownSide.test(entry.unit());
            case ADDRESSEE -> addressee;
            default -> addressee || subject && isTold(entry.place().subjectId());
        };
    }

    private boolean isTold(String subjectId) {
        return subjectId.isEmpty() || subjects.contains(subjectId);
    }
}
