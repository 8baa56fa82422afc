package io.duban.budget;

import io.duban.budget.RoundTrips.Trip;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What some work cost at the database. */
record Tally(List<Trip> trips) {

    static final Tally NONE = new Tally(List.of());

    /** Round trips. */
    int executes() {
        return (int) trips.stream().filter(trip -> trip != Trip.COMMIT).count();
    }

    /** Statements, those within batches counted one by one. */
    int statements() {
        return trips.stream().mapToInt(Trip::statements).sum();
    }

    /** Commits that wrote something. */
    int writeCommits() {
        return (int) trips.stream().filter(Trip::writeCommit).count();
    }

    /** Rows changed by UPDATE. */
    int rowsUpdated() {
        return trips.stream().mapToInt(Trip::rowsUpdated).sum();
    }

    Tally plus(Tally other) {
        return new Tally(Stream.concat(trips.stream(), other.trips.stream()).toList());
    }

    /** The statements sent most often, for whoever has to find out where a budget went. */
    String repeated(int most) {
        Map<String, Long> bySql = trips.stream()
                .filter(trip -> trip != Trip.COMMIT)
                .collect(Collectors.groupingBy(trip -> shortened(trip.sql()), Collectors.counting()));
        Function<Map.Entry<String, Long>, String> line =
                each -> String.format("%5d  %s", each.getValue(), each.getKey());
        return bySql.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(line)
                .collect(Collectors.joining("\n"));
    }

    /** Every trip in the order in which it was made, with the rows it updated. */
    String inOrder() {
        return trips.stream()
                .map(trip -> String.format(
                        "%4s %s", trip.rowsUpdated() == 0 ? "" : "×" + trip.rowsUpdated(), shortened(trip.sql())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public String toString() {
        return executes() + " executes, " + statements() + " statements, " + writeCommits() + " write commits, "
                + rowsUpdated() + " rows updated";
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.length() > 150 ? line.substring(0, 110) + " … " + line.substring(line.length() - 38) : line;
    }
}
