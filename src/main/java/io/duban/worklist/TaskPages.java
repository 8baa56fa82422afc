package io.duban.worklist;

import io.duban.engine.OneCommand;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The person's own tasks and the unclaimed ones of their groups in one total order: those with a due date first, by due
 * date and id, then the others by id. Each part is a query of its own, bounded and served by an index; one query with
 * "or" would visit every task there is.
 */
@Component
class TaskPages {

    static final int LARGEST_PAGE = 100;
    private static final int DEEPEST = 1_900;
    private static final Comparator<Task> BY_DUE_DATE =
            Comparator.comparing(Task::getDueDate).thenComparing(Task::getId);

    private final TaskService taskService;
    private final OneCommand step;

    TaskPages(TaskService taskService, OneCommand step) {
        this.taskService = taskService;
        this.step = step;
    }

    /** The tasks of one page and, if there is more, one further task. */
    List<Task> page(SignedIn person, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE || (page + 1L) * size > DEEPEST) {
            throw Refusal.of(
                    page < 0 || size <= LARGEST_PAGE && size >= 1 ? "page" : "size",
                    "page",
                    "设计参数：分页",
                    "每页 1 至 100 条，最多翻看前 1900 条；更多请用筛选。",
                    "A page holds 1 to 100 tasks; only the first 1,900 can be paged through.");
        }
        return step.call(() -> read(person, page, size));
    }

    private List<Task> read(SignedIn person, int page, int size) {
        int wanted = (page + 1) * size + 1;
        List<Task> found = new ArrayList<>(merged(
                person,
                wanted,
                query -> query.dueAfter(new Date(0)).orderByDueDate().asc(),
                BY_DUE_DATE));
        if (found.size() < wanted) {
            found.addAll(merged(
                    person, wanted - found.size(), TaskQuery::withoutDueDate, Comparator.comparing(Task::getId)));
        }
        return found.stream().skip((long) page * size).limit(size + 1L).toList();
    }

    /** Those of the given tasks that the person may see. */
    List<Task> visible(List<String> ids) {
        return taskService
                .createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .listPage(0, ids.size());
    }

    private List<Task> merged(SignedIn person, int most, UnaryOperator<TaskQuery> part, Comparator<Task> order) {
        TaskQuery own = taskService.createTaskQuery().taskAssignee(person.person());
        List<Task> mine = part.apply(own).orderByTaskId().asc().listPage(0, most);
        if (person.groups().isEmpty()) {
            return mine;
        }
        TaskQuery pile = taskService.createTaskQuery().taskCandidateGroupIn(person.groups());
        List<Task> groups = part.apply(pile).orderByTaskId().asc().listPage(0, most);
        return Stream.concat(mine.stream(), groups.stream())
                .sorted(order)
                .limit(most)
                .toList();
    }
}
