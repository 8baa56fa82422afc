package io.duban.returns;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders, problems, bulletins, interviews, accountability and typed returns in any mixture, written as bare rows. */
final class GeneratedCases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> TABLES = List.of(
            "problem_stage",
            "annex_five",
            "bulletin_problem",
            "bulletin",
            "rectification_check",
            "deadline",
            "ledger_entry",
            "problem",
            "interview_attendee",
            "interview_meeting",
            "interview",
            "accountability_delivery",
            "accountability_subject",
            "accountability",
            "supervision_order");
    private static final List<String> ACCUSED =
            List.of("310101C1", "310101S1", "310101S2", "310101S3", "310101S4", "310101T1", "310104S1", "310104S2");
    private static final List<String> KINDS =
            List.of("SCHOOL", "GOVERNMENT", "SCHOOL_HEAD", "RESPONSIBLE_PERSON", "INSPECTOR");
    private static final List<String> CATEGORIES = List.of("HOMEWORK_QUALITY", "KEY_CLASSES", "AFTER_SCHOOL_SERVICE");

    private final JdbcTemplate jdbc;
    private final Random random;
    private final Instant until;

    GeneratedCases(JdbcTemplate jdbc, long seed) {
        this(jdbc, seed, Instant.MAX);
    }

    /** The same cases as they stood at a moment: what their problems went through later is not written. */
    GeneratedCases(JdbcTemplate jdbc, long seed, Instant until) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.until = until;
    }

    void write(int orders) {
        TABLES.forEach(table -> jdbc.update("delete from " + table));
        for (int i = 0; i < orders; i++) {
            order(i);
        }
        for (String line : ReturnsRoom.UNITS) {
            String code = line.substring(0, line.indexOf(','));
            for (int version = 1; !code.contains("T") && version <= random.nextInt(4); version++) {
                typed(code, version, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
            }
        }
    }

    private void order(int number) {
        String id = UUID.randomUUID().toString();
        String accused = one(ACCUSED);
        String district = accused.substring(0, 6);
        boolean key = random.nextBoolean();
        boolean out = random.nextInt(8) > 0;
        List<Instant> moments = Stream.generate(this::instant)
                .limit(1 + random.nextInt(24))
                .map(Timestamp::toInstant)
                .sorted()
                .toList();
        jdbc.update(
                "insert into supervision_order (id, instrument, number, title, state, issuer_unit, addressee_unit,"
                        + " accused_unit, district_unit, masked, drafter, drafted_at, issued_at, deemed_delivered,"
                        + " report_returns, reminders, interest_severe, impact_bad, version)"
                        + " values (?,?,?,'t','DRAFTED',?,?,?,?,true,'x',?,?,false,0,0,false,false,0)",
                id,
                key ? "KEY_ISSUE_ORDER" : one(List.of("RECTIFICATION_ORDER", "RECTIFICATION_LETTER")),
                out ? number + "号" : null,
                key ? "310000" : district,
                key ? district : accused,
                accused,
                district,
                Timestamp.from(moments.get(0)),
                out ? Timestamp.from(moments.get(0)) : null);
        List<String> problems = problems(id);
        if (out) {
            new GeneratedLife(jdbc, random, until, id, problems).lived(moments);
        }
        if (random.nextInt(3) == 0) {
            String issuer = random.nextBoolean() ? "310000" : district;
            bulletin(id, issuer);
            bulletin(id, issuer);
        }
        if (random.nextInt(3) == 0) {
            interview(id, key ? "310000" : district, key ? district : accused, district);
        }
        if (random.nextInt(3) == 0) {
            accountability(id, key ? "310000" : district, key ? district : accused, district);
        }
    }

    private List<String> problems(String order) {
        List<String> ids = new ArrayList<>();
        int problems = random.nextInt(4);
        for (int seq = 1; seq <= problems; seq++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            jdbc.update(
                    "insert into problem (id, order_id, seq, category, description, origin, state, round, reopened,"
                            + " bulletin_count, version) values (?,?,?,?,'d','ORDER','ALLEGED',1,false,0,0)",
                    id,
                    order,
                    seq,
                    one(CATEGORIES));
            if (random.nextInt(3) > 0) {
                jdbc.update(
                        "insert into problem_stage (problem_id, stage, set_by, set_at) values (?,?,'x',?)",
                        id,
                        random.nextBoolean() ? "PRIMARY" : "JUNIOR",
                        instant());
            }
            ids.add(id);
        }
        return ids;
    }

    /** A few numbers only, so that several orders stand in one paper. */
    private void bulletin(String order, String issuer) {
        String number = "通报" + random.nextInt(4);
        Integer known = jdbc.queryForObject(
                "select count(*) from bulletin where order_id = ? and issuer_unit = ? and document_number = ?",
                Integer.class,
                order,
                issuer,
                number);
        if (known != null && known == 0) {
            jdbc.update(
                    "insert into bulletin (id, order_id, issuer_unit, document_number, title, issued_on,"
                            + " registered_by, registered_at) values (?,?,?,?,'t',?,'x',?)",
                    UUID.randomUUID().toString(),
                    order,
                    issuer,
                    number,
                    Date.valueOf(day()),
                    instant());
        }
    }

    private void interview(String order, String issuer, String addressee, String district) {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into interview (id, order_id, order_number, title, issuer_unit, addressee_unit, district_unit,"
                        + " reason_codes, basis, state, proposed_at) values (?,?,'n','t',?,?,?,'r','b','HELD',?)",
                id,
                order,
                issuer,
                addressee,
                district,
                instant());
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            jdbc.update(
                    "insert into interview_attendee (interview_id, position_no, name, unit, post, role)"
                            + " values (?,?,'甲','某校','校长',?)",
                    id,
                    i,
                    one(List.of("INTERVIEWER", "INTERVIEWEE", "INTERVIEWEE", "RECORDER")));
        }
        if (random.nextInt(4) > 0) {
            jdbc.update(
                    "insert into interview_meeting (interview_id, held_on, minutes, demands, acted_by, acted_at)"
                            + " values (?,?,'m','d','x',?)",
                    id,
                    Date.valueOf(day()),
                    instant());
        }
    }

    private void accountability(String order, String issuer, String addressee, String district) {
        String id = UUID.randomUUID().toString();
        int round = 1 + random.nextInt(2);
        jdbc.update(
                "insert into accountability (id, order_id, order_number, title, issuer_unit, district_unit,"
                        + " addressee_unit, grounds_codes, basis, state, round_no, fact_finding_overdue, proposed_at)"
                        + " values (?,?,'n','t',?,?,?,'g','b','ISSUED',?,false,?)",
                id,
                order,
                issuer,
                district,
                addressee,
                round,
                instant());
        for (int i = 0; i < 4; i++) {
            jdbc.update(
                    "insert into accountability_subject (id, accountability_id, round_no, position_no, name, unit_code,"
                            + " kind, severity, aggravating_codes) values (?,?,?,?,'乙',?,?,'LIGHT','')",
                    UUID.randomUUID().toString(),
                    id,
                    1 + random.nextInt(2),
                    i,
                    addressee,
                    one(KINDS));
        }
        if (random.nextInt(4) > 0) {
            jdbc.update(
                    "insert into accountability_delivery (accountability_id, delivered_on, way, recipients, acted_by,"
                            + " acted_at) values (?,?,'IN_PERSON','r','x',?)",
                    id,
                    Date.valueOf(day()),
                    instant());
        }
    }

    private void typed(String unit, int version, LocalDate from, LocalDate to) {
        int subject = random.nextInt(9);
        int other = random.nextInt(9);
        jdbc.update(
                "insert into annex_five (unit_code, period_from, period_to, version, filler, phone, institutions,"
                        + " subject_institutions, other_institutions, inspectors_total, inspectors_primary,"
                        + " inspectors_junior, visited_total, visited_primary, visited_junior, notices_total,"
                        + " notices_primary, notices_junior, experiences, filled_by, filled_at)"
                        + " values (?,?,?,?,'x','1',?,?,?,?,?,?,?,?,?,?,?,?,?,'x',?)",
                unit,
                Date.valueOf(from),
                Date.valueOf(to),
                version,
                subject + other,
                subject,
                other,
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                instant());
    }

    private LocalDate day() {
        return LocalDate.of(2025, 12, 1).plusDays(random.nextInt(420));
    }

    /** Often close to midnight, where a day of China is another day elsewhere, and often at the edges of the year. */
    private Timestamp instant() {
        LocalDate day = random.nextInt(4) == 0
                ? one(List.of(
                        LocalDate.of(2025, 12, 31),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 1)))
                : day();
        LocalTime time = one(List.of(
                LocalTime.MIDNIGHT,
                LocalTime.of(0, 30),
                LocalTime.of(7, 59),
                LocalTime.NOON,
                LocalTime.of(23, 59, 59)));
        return Timestamp.from(day.atTime(time).atZone(ZONE).toInstant());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
