package io.duban.models;

import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Who may take a task, and until when it is to be done. */
record Offer(Set<String> candidateGroups, Optional<Date> due) {

    static Offer to(String candidateGroup) {
        return new Offer(Set.of(candidateGroup), Optional.empty());
    }

    Offer until(Date date) {
        return new Offer(candidateGroups, Optional.of(date));
    }

    static Offer of(Task task, TaskService tasks) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toSet());
        return new Offer(groups, Optional.ofNullable(task.getDueDate()));
    }
}
