package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.rectification.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list says about one order: the order, its open deadlines, its problems, how many interviews were held. */
public record OrderCard(SupervisionOrder order, List<Deadline> open, List<Problem> problems, int interviews) {

    /** The deadline that matters most: of this part if there is one, else the next due. */
    public Optional<Deadline> pressing(@Nullable String subjectId) {
        return open.stream()
                .filter(each -> subjectId == null || subjectId.equals(each.subjectId()) || each.subjectId() == null)
                .min(Comparator.comparing(Deadline::dueAt));
    }

    /** The running number (问题 n) of the problem with this id, if it is one of the order's. */
    public Optional<Integer> problem(@Nullable String subjectId) {
        return problems.stream()
                .filter(each -> each.id().equals(subjectId))
                .map(Problem::seq)
                .findFirst();
    }

    /** How often bulletins have named one problem, or the one named most (通报次数). */
    public int bulletins(@Nullable String subjectId) {
        return problems.stream()
                .filter(each -> subjectId == null || each.id().equals(subjectId))
                .mapToInt(Problem::bulletinCount)
                .max()
                .orElse(0);
    }

    /** The round of one problem, or the highest of all. */
    public int round(@Nullable String subjectId) {
        return problems.stream()
                .filter(each -> subjectId == null || each.id().equals(subjectId))
                .mapToInt(Problem::round)
                .max()
                .orElse(1);
    }
}
