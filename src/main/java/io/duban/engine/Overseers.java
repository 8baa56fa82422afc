package io.duban.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who may read every task, remembered as long as a session may keep a right (ADR 26): otherwise each look at a task would
 * begin with asking for it. A grant that changes here has all forgotten at once.
 */
final class Overseers {

    private final long longest;
    private final Map<Who, Known> known = new ConcurrentHashMap<>();

    Overseers(Duration longest) {
        this.longest = longest.toNanos();
    }

    private record Who(String person, List<String> groups) {}

    private record Known(boolean every, long since) {}

    boolean include(TaskRights rights, Predicate<TaskRights> granted) {
        Who who = new Who(rights.person(), rights.groups());
        Known last = known.get(who);
        long now = System.nanoTime();
        if (last == null || now - last.since() > longest) {
            known.values().removeIf(each -> now - each.since() > longest);
            last = new Known(granted.test(rights), now);
            known.put(who, last);
        }
        return last.every();
    }

    void forget() {
        known.clear();
    }
}
