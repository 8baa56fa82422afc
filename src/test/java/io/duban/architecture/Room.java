package io.duban.architecture;

import java.util.Locale;
import java.util.Set;

/**
 * The rooms of the house with their floor and the rooms each may use. A room not listed here, or a use not listed here,
 * breaks the build: whoever needs one more decides it in this table.
 */
enum Room {
    AUDIT(0),
    MODEL(0),
    ENGINE(0, MODEL),
    FORM(0, MODEL, ENGINE),
    CALENDAR(0, AUDIT, MODEL, ENGINE),
    ORGANISATION(0, AUDIT, MODEL, ENGINE),
    DOCUMENT(1, AUDIT, ENGINE, ORGANISATION),
    EVIDENCE(1, AUDIT, ENGINE, ORGANISATION),
    CASEWORK(1, AUDIT, FORM, ORGANISATION),
    REPORTER(2, AUDIT, CALENDAR, ENGINE, EVIDENCE, FORM, ORGANISATION),
    RECTIFICATION(2, AUDIT, CALENDAR, ENGINE, EVIDENCE, FORM),
    INTERVIEW(3, AUDIT, CALENDAR, CASEWORK, ENGINE, FORM, ORGANISATION, DOCUMENT),
    ACCOUNTABILITY(3, AUDIT, MODEL, CALENDAR, ENGINE, FORM, ORGANISATION, DOCUMENT),
    ORDER(
            4,
            AUDIT,
            MODEL,
            CALENDAR,
            CASEWORK,
            ENGINE,
            EVIDENCE,
            FORM,
            ORGANISATION,
            DOCUMENT,
            RECTIFICATION,
            INTERVIEW,
            ACCOUNTABILITY),
    LEAD(5, AUDIT, MODEL, CALENDAR, CASEWORK, ENGINE, FORM, ORGANISATION, DOCUMENT, REPORTER, RECTIFICATION, ORDER),
    RETURNS(5, AUDIT, ENGINE, FORM, ORGANISATION, RECTIFICATION, INTERVIEW, ACCOUNTABILITY, ORDER),
    LEDGER(6, AUDIT, CALENDAR, ENGINE, ORGANISATION, RECTIFICATION, ORDER),
    WORKLIST(
            6,
            AUDIT,
            CALENDAR,
            CASEWORK,
            DOCUMENT,
            ENGINE,
            EVIDENCE,
            FORM,
            ORGANISATION,
            RECTIFICATION,
            REPORTER,
            INTERVIEW,
            ACCOUNTABILITY,
            ORDER,
            LEAD);

    final int floor;
    final Set<Room> uses;

    Room(int floor, Room... uses) {
        this.floor = floor;
        this.uses = Set.of(uses);
    }

    /** The package of the room with all below it, as ArchUnit writes it. */
    String packages() {
        return "io.duban." + folder() + "..";
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
