package io.duban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.audit.AuditVerification.Finding;
import io.duban.audit.AuditVerification.Kind;
import io.duban.budget.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand lines in two hundred cases: whatever is done to one of them is found and named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditChainTest {

    private static final int CASES = 200;
    private static final int LINES = 50;
    private static final int ATTACKS = Effort.of(20);

    private final Random random = new Random(20211);
    private AuditRoom room;

    @BeforeAll
    void write() {
        room = AuditRoom.onH2();
        for (int line = 1; line <= LINES; line += 5) {
            for (int each = 0; each < CASES; each++) {
                room.says("case-" + each, "第" + line + "步", "b", "c", "d", "e");
            }
            room.seal();
        }
    }

    @Test
    void theTrailAsItWasWrittenIsIntact() {
        var report = room.verified();

        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(CASES * LINES);
        assertThat(report.chains()).isEqualTo(CASES);
        assertThat(report.seals()).isEqualTo(LINES / 5);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void aChangedLineIsNamed() {
        for (String column : List.of("sentence", "actor", "action")) {
            attack((row, undo) -> {
                Object before = row.get(column);
                room.jdbc.update("update audit_event set " + column + " = 'x' where id = ?", row.get("id"));
                undo.add(() -> room.jdbc.update(
                        "update audit_event set " + column + " = ? where id = ?", before, row.get("id")));
                return named(Kind.CHANGED, row);
            });
        }
        attack((row, undo) -> {
            room.jdbc.update("update audit_event set at = dateadd('SECOND', 1, at) where id = ?", row.get("id"));
            undo.add(() -> room.jdbc.update(
                    "update audit_event set at = dateadd('SECOND', -1, at) where id = ?", row.get("id")));
            return named(Kind.CHANGED, row);
        });
    }

    @Test
    void aLineThatIsGoneIsNamedAlsoTheLastOfItsCase() {
        attack((row, undo) -> removed(row, undo));
        List<Map<String, Object>> lasts =
                room.jdbc.queryForList("select * from audit_event where seq = ? order by id", LINES);
        attack(lasts.get(random.nextInt(lasts.size())), (row, undo) -> removed(row, undo));
    }

    @Test
    void aWholeCaseThatIsGoneIsNamedLineByLine() {
        var rows = room.jdbc.queryForList("select * from audit_event where case_id = 'case-7' order by seq");
        room.jdbc.update("delete from audit_event where case_id = 'case-7'");

        assertThat(room.verified().findings())
                .hasSize(LINES)
                .allMatch(each -> each.kind() == Kind.MISSING && each.caseId().equals("case-7"));
        rows.forEach(this::put);
    }

    @Test
    void aLinePutInIsNamed() {
        attack((row, undo) -> {
            room.jdbc.update(
                    "insert into audit_event (at, actor, case_id, action, sentence) values (?, 'x', ?, 'SAID', 'x')",
                    row.get("at"),
                    row.get("case_id"));
            undo.add(() -> room.jdbc.update("delete from audit_event where actor = 'x'"));
            return each -> each.kind() == Kind.INSERTED && each.caseId().equals(row.get("case_id"));
        });
        attack((row, undo) -> {
            room.jdbc.update(
                    "insert into audit_event (at, actor, case_id, action, sentence, seq, prev_hash, hash)"
                            + " values (?, 'x', ?, 'SAID', 'x', ?, ?, ?)",
                    row.get("at"),
                    row.get("case_id"),
                    LINES + 1,
                    row.get("hash"),
                    row.get("hash"));
            undo.add(() -> room.jdbc.update("delete from audit_event where actor = 'x'"));
            return each -> each.kind() == Kind.CHANGED && each.seq() == LINES + 1;
        });
    }

    @Test
    void twoLinesThatChangedPlacesAreBothNamed() {
        attack((row, undo) -> {
            long seq = ((Number) row.get("seq")).longValue();
            long other = seq == LINES ? seq - 1 : seq + 1;
            swap(row.get("case_id"), seq, other);
            undo.add(() -> swap(row.get("case_id"), seq, other));
            return each -> each.kind() == Kind.CHANGED && (each.seq() == seq || each.seq() == other);
        });
    }

    @Test
    void aChainWrittenAnewDoesNotFitItsSeals() {
        var rows = room.jdbc.queryForList("select * from audit_event where case_id = 'case-9' order by seq");
        room.jdbc.update("delete from audit_event where case_id = 'case-9'");
        AuditRoom forger = new AuditRoom(room.jdbc.getDataSource(), "classpath:db/migration");
        for (int line = 0; line < LINES; line++) {
            forger.says("case-9", line == 3 ? "另一说法" : (String) rows.get(line).get("sentence"));
        }

        assertThat(room.verified().findings())
                .isNotEmpty()
                .allMatch(each -> each.kind() == Kind.CHANGED && each.caseId().equals("case-9"));
        room.jdbc.update("delete from audit_event where case_id = 'case-9'");
        rows.forEach(this::put);
    }

    @Test
    void aSealThatWasChangedIsNamed() {
        room.jdbc.update("update audit_seal set lines = lines + 1 where no = 3");
        assertThat(room.verified().findings()).anyMatch(each -> each.kind() == Kind.SEAL_BROKEN && each.seq() == 3);
        room.jdbc.update("update audit_seal set lines = lines - 1 where no = 3");
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        AuditRoom other = AuditRoom.onH2();
        other.says("a", "一");
        assertThatThrownBy(() -> other.transaction.executeWithoutResult(open -> {
                    other.trail.record("a", "SAID", "never");
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        other.says("a", "二");

        assertThat(other.verified().findings()).isEmpty();
        assertThat(other.trail.of("a", 10)).extracting(AuditEvent::sentence).containsExactly("一", "二");
    }

    @Test
    void aTransactionReadsWhatItHasSaid() {
        AuditRoom other = AuditRoom.onH2();
        other.transaction.executeWithoutResult(open -> {
            other.trail.record("a", "SAID", "一");
            assertThat(other.trail.of("a", 10)).extracting(AuditEvent::sentence).containsExactly("一");
        });
    }

    @Test
    void manyAtOnceAppendToOneChainWithoutLosingOrBreakingIt() throws Exception {
        AuditRoom other = AuditRoom.onH2();
        var people = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            int number = i;
            people.execute(() -> other.transaction.executeWithoutResult(open -> {
                other.trail.record("shared", "SAID", "第" + number);
                other.trail.record("own-" + number % 7, "SAID", "第" + number);
            }));
        }
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(other.verified().findings()).isEmpty();
        assertThat(other.verified().lines()).isEqualTo(400);
    }

    @Test
    void linesFromBeforeTheChainAreChainedOnce() {
        AuditRoom other = AuditRoom.onH2();
        String old =
                "insert into audit_event (at, actor, case_id, action, sentence) values (now(), 'a', 'c', 'X', 's')";
        other.jdbc.update(old);
        other.jdbc.update(old);
        UnchainedLines lines = new UnchainedLines(other.jdbc, other.seals);
        other.transaction.executeWithoutResult(
                open -> lines.run(new org.springframework.boot.DefaultApplicationArguments()));

        assertThat(other.verified().findings()).isEmpty();

        other.jdbc.update(old);
        other.transaction.executeWithoutResult(
                open -> lines.run(new org.springframework.boot.DefaultApplicationArguments()));
        assertThat(other.verified().findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.INSERTED);
    }

    private interface Attack {
        java.util.function.Predicate<Finding> on(Map<String, Object> row, List<Runnable> undo);
    }

    private void attack(Attack attack) {
        for (int i = 0; i < ATTACKS; i++) {
            int line = 1 + random.nextInt(LINES);
            attack(
                    room.jdbc.queryForMap(
                            "select * from audit_event where case_id = ? and seq = ?",
                            "case-" + random.nextInt(CASES),
                            line),
                    attack);
        }
    }

    private void attack(Map<String, Object> row, Attack attack) {
        List<Runnable> undo = new ArrayList<>();
        var named = attack.on(row, undo);

        assertThat(room.verified().findings()).as("%s", row).isNotEmpty().allMatch(named);
        undo.forEach(Runnable::run);
        assertThat(room.verified().intact()).isTrue();
    }

    private java.util.function.Predicate<Finding> removed(Map<String, Object> row, List<Runnable> undo) {
        room.jdbc.update("delete from audit_event where id = ?", row.get("id"));
        undo.add(() -> put(row));
        return named(Kind.MISSING, row);
    }

    private static java.util.function.Predicate<Finding> named(Kind kind, Map<String, Object> row) {
        return each -> each.kind() == kind
                && each.caseId().equals(row.get("case_id"))
                && each.seq() == ((Number) row.get("seq")).longValue();
    }

    private void swap(Object caseId, long one, long other) {
        String move = "update audit_event set seq = ? where case_id = ? and seq = ?";
        room.jdbc.update(move, -1, caseId, one);
        room.jdbc.update(move, one, caseId, other);
        room.jdbc.update(move, other, caseId, -1);
    }

    private void put(Map<String, Object> row) {
        room.jdbc.update(
                "insert into audit_event (id, at, actor, case_id, action, sentence, seq, prev_hash, hash)"
                        + " overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.get("id"),
                row.get("at"),
                row.get("actor"),
                row.get("case_id"),
                row.get("action"),
                row.get("sentence"),
                row.get("seq"),
                row.get("prev_hash"),
                row.get("hash"));
    }
}
