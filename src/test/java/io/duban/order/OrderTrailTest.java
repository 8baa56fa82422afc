package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.audit.AuditEvent;
import io.duban.calendar.DeadlineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action the rooms write into the trail of an order is the addressee's side's to read, or it is not: never neither. */
class OrderTrailTest {

    private static final Path MAIN = Path.of("src/main/java/io/duban");

    /** Rooms that write into the trail of an order; of the leads' room the alerts do. */
    private static final List<String> WRITERS = List.of(
            "order",
            "rectification",
            "interview",
            "accountability",
            "document",
            "evidence",
            "worklist",
            "calendar/Deadlines.java",
            "calendar/DeadlineMoves.java",
            "lead/ConflictAlerts.java");

    private static final Pattern WRITING = Pattern.compile("\\b(?:audit\\.record|cases\\.record|note|move)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z_]{6,})\"");

    /** Actions put together from a word and a code. */
    private static final Map<String, List<String>> COMPOSED = Map.of(
            "_OVERDUE",
            Stream.of(DeadlineKind.INVESTIGATION, DeadlineKind.SUPPLEMENT)
                    .map(each -> each + "_OVERDUE")
                    .toList(),
            "ORDER_",
            Arrays.stream(DiscontinuationKind.values())
                    .map(each -> "ORDER_" + each.end())
                    .toList());

    /** Lines that belong to no case. */
    private static final Set<String> OF_NO_CASE = Set.of("PAPER_TEMPLATE_REPLACED", "DOCUMENT_SYMBOL_SET");

    /** Where the action is handed on by a method that callers name {@code note}, {@code move} or {@code cases.record}. */
    private static final List<String> HANDED_ON = List.of(
            "accountability/AccountabilityCases.java",
            "interview/InterviewCases.java",
            "rectification/Rectifications.java");

    @Test
    void everyActionInTheTrailOfAnOrderIsClassified() throws IOException {
        Set<String> written = new TreeSet<>();
        List<String> handedOn = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            Matcher call = WRITING.matcher(text);
            while (call.find()) {
                String arguments = arguments(text, call.end());
                Matcher literal = LITERAL.matcher(arguments);
                boolean named = false;
                while (literal.find()) {
                    named = true;
                    written.addAll(COMPOSED.getOrDefault(literal.group(1), List.of(literal.group(1))));
                }
                if (!named && call.group().startsWith("audit.")) {
                    handedOn.add(MAIN.relativize(file).toString());
                }
            }
        }
        written.removeAll(OF_NO_CASE);

        assertThat(handedOn.stream().distinct())
                .as("whoever hands on an action is named here, so that its callers are read")
                .containsExactlyInAnyOrderElementsOf(HANDED_ON);
        assertThat(written)
                .as("an action is told to the addressee's side or kept by the issuer: decide it in OrderTrail")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(OrderTrail.TOLD.stream(), OrderTrail.ISSUERS_OWN.stream())
                                .toList());
        assertThat(OrderTrail.TOLD).doesNotContainAnyElementsOf(OrderTrail.ISSUERS_OWN);
    }

    @Test
    void whatIsUnknownOrEarlierThanThePaperIsToldToNobody() {
        assertThat(OrderTrail.told(List.of(
                                line("EVIDENCE_KEPT"),
                                line("ORDER_RETURNED"),
                                line("PAPER_ISSUED"),
                                line("INVENTED_TODAY"),
                                line("ORDER_RETURNED"),
                                line("EVIDENCE_KEPT")))
                        .stream()
                        .map(AuditEvent::action))
                .containsExactly("PAPER_ISSUED", "EVIDENCE_KEPT");
        assertThat(OrderTrail.told(List.of(line("EVIDENCE_KEPT")))).isEmpty();
    }

    private static AuditEvent line(String action) {
        return new AuditEvent(0, Instant.EPOCH, "somebody", "o1", action, "…");
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String each : WRITERS) {
            try (Stream<Path> found = Files.walk(MAIN.resolve(each))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    /** What stands between the brackets of a call. */
    private static String arguments(String text, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char each = text.charAt(at++);
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
        }
        return text.substring(from, at);
    }
}
