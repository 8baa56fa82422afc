package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 待办 for programs and for the plug-ins of Tasklist: list, claim, form, submission, card and dossier. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private static final int MOST_CARDS = 50;

    private final TaskPages pages;
    private final TaskLines lines;
    private final OpenTasks tasks;
    private final Claims claims;
    private final Submissions submissions;
    private final CaseBooks books;

    TaskController(
            TaskPages pages,
            TaskLines lines,
            OpenTasks tasks,
            Claims claims,
            Submissions submissions,
            CaseBooks books) {
        this.pages = pages;
        this.lines = lines;
        this.tasks = tasks;
        this.claims = claims;
        this.submissions = submissions;
        this.books = books;
    }

    @GetMapping
    TaskLine.Page list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        List<Task> found = pages.page(SignedIn.required(), page, size);
        return new TaskLine.Page(lines.of(found.stream().limit(size).toList()), page, size, found.size() > size);
    }

    @GetMapping("/cards")
    Map<String, Card> cards(@RequestParam String ids) {
        List<String> wanted = Arrays.stream(ids.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (wanted.isEmpty() || wanted.size() > MOST_CARDS) {
            throw Refusal.of("ids", "count", "设计参数：分页", "请给出 1 至 50 个待办编号。", "Give 1 to 50 task ids.");
        }
        return lines.cardsOf(pages.visible(wanted));
    }

    @GetMapping("/{id}/case")
    Dossier dossier(@PathVariable String id) {
        SignedIn person = SignedIn.required();
        return claims.inRace(
                id, () -> books.dossier(tasks.caseOf(tasks.readable(id, person)).caseId()));
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id) {
        claims.claim(id, SignedIn.required());
    }

    @PostMapping("/{id}/unclaim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unclaim(@PathVariable String id) {
        claims.unclaim(id, SignedIn.required());
    }

    @GetMapping("/{id}/form")
    FilledForm form(@PathVariable String id) {
        return submissions.view(id, SignedIn.required());
    }

    @PostMapping("/{id}/submission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        submissions.submit(id, SignedIn.required(), fields);
    }
}
