package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 发文字号: monotonic, without gaps in what was issued, never given twice (INV-09). */
class DocumentNumbersTest {

    private DocumentRoom room;

    @BeforeEach
    void open() {
        room = DocumentRoom.open();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anOrderIsNumberedAsItsTemplateSaysAndAnOfficialPaperByItsSymbol() {
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（1）号");
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（2）号");
        assertThat(issued(PaperKind.SUPERVISION_NOTICE).number()).isEqualTo("沪教督办〔2026〕1号");
        assertThat(room.papers()
                        .issue(new PaperText(
                                PaperKind.RECTIFICATION_LETTER,
                                "case",
                                "310104",
                                "310104T001",
                                SampleWords.values(PaperKind.RECTIFICATION_LETTER),
                                List.of()))
                        .number())
                .isEqualTo("徐教督函〔2026〕1号");
    }

    @Test
    void aNumberThatIsTakenBackWithItsTransactionLeavesNoGap() {
        room.transaction().executeWithoutResult(status -> {
            assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（1）号");
            status.setRollbackOnly();
        });

        assertThat(room.papers().of("case")).isEmpty();
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（1）号");
    }

    @Test
    void everyYearBeginsWithOneAndWhatIsLateForTheYearBeforeGoesOnThere() {
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（1）号");
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（2）号");
        assertThat(issued(PaperKind.URGING_NOTE).number()).isEqualTo("沪教督催〔2026〕1号");

        room.on(LocalDate.of(2027, 1, 1));

        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2027年第（1）号");
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2027年第（2）号");
        assertThat(issued(PaperKind.URGING_NOTE).number()).isEqualTo("沪教督催〔2027〕1号");

        room.on(LocalDate.of(2026, 12, 31));
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number())
                .as("a series is of its year, not of what was issued last")
                .isEqualTo("2026年第（3）号");
    }

    @Test
    void anOfficesOwnSymbolCountsFromOneAndTheOldOneGoesOnWhereItWas() {
        var numbers = room.get(DocumentNumbers.class);
        issued(PaperKind.SUPERVISION_NOTICE);
        room.transaction()
                .executeWithoutResult(
                        status -> numbers.setSymbol(PaperKind.SUPERVISION_NOTICE, "310000", "沪府教督办", "admin"));
        assertThat(issued(PaperKind.SUPERVISION_NOTICE).number()).isEqualTo("沪府教督办〔2026〕1号");
        assertThat(issued(PaperKind.SUPERVISION_NOTICE).number()).isEqualTo("沪府教督办〔2026〕2号");

        room.transaction()
                .executeWithoutResult(
                        status -> numbers.setSymbol(PaperKind.SUPERVISION_NOTICE, "310000", "沪教督办", "admin"));
        assertThat(issued(PaperKind.SUPERVISION_NOTICE).number()).isEqualTo("沪教督办〔2026〕2号");
    }

    @Test
    void numbersGivenOutBeforeThereWasARegisterAreNotGivenAgain() {
        room.get(JdbcClient.class)
                .sql("insert into document_series (issuer_unit, symbol, number_year, before_register)"
                        + " values ('310000', '重点问题督办单', 2026, 41)")
                .update();

        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（42）号");
        assertThat(issued(PaperKind.KEY_ISSUE_ORDER).number()).isEqualTo("2026年第（43）号");
    }

    /** Each waits until all have laid theirs out: who held the number meanwhile would keep the others from getting there. */
    @Test
    void twentyWhoSignAtOnceLayTheirPapersOutAtTheSameTimeAndNotOneAfterTheOther() throws Exception {
        layingOutTogether(room, 20);
    }

    /** Every test that plays the life of a case looks for it, since assertions are on in tests. */
    @Test
    void whoeverLaysOutAPaperWhileHoldingANumberIsFound() {
        assertThatThrownBy(() -> room.transaction().executeWithoutResult(status -> {
                    issued(PaperKind.KEY_ISSUE_ORDER);
                    issued(PaperKind.SUPERVISION_NOTICE);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("prepare all papers");
        issued(PaperKind.KEY_ISSUE_ORDER);
        issued(PaperKind.SUPERVISION_NOTICE);
    }

    @Test
    void someWhoTakeTheFirstNumbersOfAYearTakeThemBackAndNoGapIsLeft() throws Exception {
        someTakenBack(room, 40, 20);
    }

    @Test
    void thePaperIsTheSameAsIfItsNumberHadBeenKnownFromTheStart() {
        Paper paper = issued(PaperKind.SUPERVISION_NOTICE);
        Map<String, String> values = new java.util.HashMap<>(SampleWords.values(PaperKind.SUPERVISION_NOTICE));
        values.put("编号", "七<八&九");

        var renderer = new PaperRenderer();
        byte[] template = TemplateFiles.shipped(PaperKind.SUPERVISION_NOTICE);
        var rows = SampleWords.rows(PaperKind.SUPERVISION_NOTICE);
        assertThat(renderer.layOut(template, values, rows).numbered("七<八&九"))
                .isEqualTo(renderer.fill(template, values, rows));
        assertThat(Docx.words(room.papers().docx(paper.id()).content()))
                .contains(paper.number())
                .doesNotContain("number-");
    }

    @Test
    void allWhoIssueTheFirstPapersOfAYearAtOnceGetOneNumberEach() throws Exception {
        together(room, 60, 12);
    }

    @Test
    void twoWhoTakeNumbersOfTheSameSeriesInOppositeOrderBothEnd() throws Exception {
        crosswise(room);
    }

    /**
     * Two transactions that issue the same two kinds in opposite order, at the beginning of a year and later: each waits
     * after its first paper until the other has its own, or until it is clear that it has to wait.
     */
    static void crosswise(DocumentRoom room) throws Exception {
        List<PaperKind> kinds = List.of(PaperKind.INTERVIEW_MINUTES, PaperKind.INTERVIEW_BULLETIN);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 3; round++) {
                var meeting = new CyclicBarrier(2);
                List<Future<List<Paper>>> both = new ArrayList<>();
                for (List<PaperKind> order : List.of(kinds, List.of(kinds.get(1), kinds.get(0)))) {
                    String caseId = "round-" + round + order;
                    both.add(pool.submit(() -> room.transaction().execute(status -> {
                        var prepared = order.stream()
                                .map(kind -> room.papers().prepare(DocumentRoom.text(kind, caseId, Map.of())))
                                .toList();
                        Paper first = room.papers().issue(prepared.get(0));
                        awaitBriefly(meeting);
                        return List.of(first, room.papers().issue(prepared.get(1)));
                    })));
                }
                List<String> numbers = new ArrayList<>();
                for (Future<List<Paper>> each : both) {
                    each.get(60, TimeUnit.SECONDS).forEach(paper -> numbers.add(paper.number()));
                }
                int last = 2 * round;
                assertThat(numbers)
                        .containsExactlyInAnyOrder(
                                "沪教督纪〔2026〕" + (last - 1) + "号",
                                "沪教督纪〔2026〕" + last + "号",
                                "沪教督通〔2026〕" + (last - 1) + "号",
                                "沪教督通〔2026〕" + last + "号");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** As many people as that issue papers, all of which are laid out before any is numbered. */
    static void layingOutTogether(DocumentRoom room, int people) throws Exception {
        var allLaidOut = new CyclicBarrier(people);
        var papers = new Papers(
                room.get(DocumentNumbers.class),
                room.get(PaperRepository.class),
                room.get(PaperTemplates.class),
                new PaperRenderer() {
                    @Override
                    LaidOut layOut(byte[] template, Map<String, String> values, List<Map<String, String>> rows) {
                        LaidOut laidOut = super.layOut(template, values, rows);
                        awaitAll(allLaidOut);
                        return laidOut;
                    }
                },
                room.get(PaperPdf.class),
                room.get(OfficialNames.class),
                room.get(io.duban.audit.AuditTrail.class),
                room.get(java.time.Clock.class));
        List<Callable<String>> signatures = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String caseId = "case-" + i;
            signatures.add(() -> room.transaction()
                    .execute(status -> papers.issue(DocumentRoom.text(PaperKind.URGING_NOTE, caseId, Map.of()))
                            .number()));
        }
        assertThat(atOnce(signatures, people)).containsExactlyInAnyOrderElementsOf(numbers(people));
    }

    /** Papers by people who all begin at the same moment; each second one is taken back. */
    static void someTakenBack(DocumentRoom room, int papers, int people) throws Exception {
        List<Callable<String>> signatures = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            String caseId = "case-" + i;
            boolean takenBack = i % 2 == 0;
            signatures.add(() -> room.transaction().execute(status -> {
                String number = room.papers()
                        .issue(DocumentRoom.text(PaperKind.URGING_NOTE, caseId, Map.of()))
                        .number();
                if (takenBack) {
                    status.setRollbackOnly();
                }
                return takenBack ? "" : number;
            }));
        }
        assertThat(atOnce(signatures, people).stream().filter(number -> !number.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(numbers(papers / 2));
    }

    private static List<String> atOnce(List<Callable<String>> work, int people) throws Exception {
        var pool = Executors.newFixedThreadPool(people);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(work, 120, TimeUnit.SECONDS)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(n -> "沪教督催〔2026〕" + n + "号")
                .toList();
    }

    private static void awaitAll(CyclicBarrier meeting) {
        try {
            meeting.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException heldUp) {
            throw new AssertionError("somebody holds the number while others lay out their papers", heldUp);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitBriefly(CyclicBarrier meeting) {
        try {
            meeting.await(2, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException theOtherWaits) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Paper issued(PaperKind kind) {
        return room.papers().issue(DocumentRoom.text(kind, "case", Map.of()));
    }

    /** Issues that many papers by that many people who all begin at the same moment. */
    static void together(DocumentRoom room, int papers, int people) throws Exception {
        var begin = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(people);
        try {
            List<Future<Paper>> asked = new ArrayList<>();
            for (int i = 0; i < papers; i++) {
                String caseId = "case-" + i;
                Callable<Paper> issue = () -> {
                    begin.await();
                    return room.papers().issue(DocumentRoom.text(PaperKind.URGING_NOTE, caseId, Map.of()));
                };
                asked.add(pool.submit(issue));
            }
            begin.countDown();
            List<String> numbers = new ArrayList<>();
            for (Future<Paper> each : asked) {
                numbers.add(each.get().number());
            }
            assertThat(numbers).containsExactlyInAnyOrderElementsOf(numbers(papers));
        } finally {
            pool.shutdownNow();
        }
    }
}
