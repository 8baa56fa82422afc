package io.duban.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Prints what was counted and keeps it in {@code target/budgets.txt}; every single trip of a life is in {@code target/budget-trips.txt}. */
final class Figures {

    private static final Path FILE = Path.of("target", "budgets.txt");
    private static final Path TRIPS = Path.of("target", "budget-trips.txt");
    private static final int MOST_REPEATED = 60;

    private Figures() {}

    static void lifecycle(Map<String, Tally> bare, Map<String, Tally> ours, Map<String, Tally> inOneCall) {
        StringBuilder table = new StringBuilder(String.format(
                "%n%-34s %22s %22s %22s%n%-34s %22s %22s %22s%n",
                "one life of an order",
                "bare engine",
                "ours, claim + submit",
                "ours, submit only",
                "executes/stmts/commits/updated",
                "",
                "",
                ""));
        ours.keySet().forEach(step -> table.append(line(step, bare.get(step), ours.get(step), inOneCall.get(step))));
        table.append(line("all", Life.sum(bare), Life.sum(ours), Life.sum(inOneCall)));
        publish(table.toString());
        detail("ours", ours);
        detail("ours in one call", inOneCall);
        detail("bare", bare);
    }

    /** Every trip of something that is not a life. */
    static void trips(String what, Tally tally) {
        write(TRIPS, what + System.lineSeparator() + tally.inOrder());
    }

    /** One further line, e.g. of a page or a plan. */
    static void note(String what, Object figure) {
        publish(String.format("%-60s %s%n", what, figure));
    }

    private static String line(String step, Tally bare, Tally ours, Tally inOneCall) {
        return String.format("%-34s %22s %22s %22s%n", step, brief(bare), brief(ours), brief(inOneCall));
    }

    private static String brief(Tally tally) {
        return tally.executes() + " / " + tally.statements() + " / " + tally.writeCommits() + " / "
                + tally.rowsUpdated();
    }

    private static void detail(String title, Map<String, Tally> costs) {
        StringBuilder text = new StringBuilder(String.format(
                "%s, most repeated%n%s%n%n", title, Life.sum(costs).repeated(MOST_REPEATED)));
        costs.forEach((step, tally) ->
                text.append(title).append(", ").append(step).append('\n').append(tally.inOrder()));
        write(TRIPS, text.toString());
    }

    private static synchronized void publish(String text) {
        System.out.print(text);
        write(FILE, text);
    }

    private static synchronized void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
