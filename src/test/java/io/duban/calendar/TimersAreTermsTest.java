package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every date a timer of the models waits for is a term of the register, or one of the few that are none. */
class TimersAreTermsTest {

    /** The end of a period, the next working day, the window of a view, the end of the term that is to be extended, the day of
     * reminding. */
    private static final Set<String> NO_TERMS =
            Set.of("periodEnd", "nextWorkingDay", "viewUntil", "extensionDue", "remindingDay");

    private static final Pattern TIMER = Pattern.compile("timeDate[^>]*>\\s*\\$\\{\\s*(\\w+)\\s*}");

    @Test
    void whatATimerWaitsForIsAskedOfTheRegister() throws IOException {
        Set<String> terms = new TreeSet<>(NO_TERMS);
        Stream.of(DeadlineKind.values()).forEach(kind -> {
            terms.add(kind.dueVariable());
            terms.add(kind.reminderVariable());
        });
        Set<String> waited = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
                TIMER.matcher(Files.readString(file)).results().forEach(each -> waited.add(each.group(1)));
            }
        }

        assertThat(waited).hasSizeGreaterThan(12).contains("deemedDeliveryDue", "lookBackDue", "disclosureDue");
        assertThat(terms).containsAll(waited);
    }
}
