package io.duban.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A rule of a capability about who must not read a task although it is offered to them or lies in their jurisdiction
 * (回避): the rule for acting ({@link TaskAdmission}) holds for reading too. Asked for every list and every task.
 */
public interface TaskSeclusion {

    /**
     * The running cases of which this person must not read some tasks; few people have any.
     *
     * @param person the account that reads
     * @param groups the groups of its log-in
     */
    List<Secluded> from(String person, Collection<String> groups);

    /** Whether the person must stand aside from this case, running or over; false for a case of another room. */
    default boolean isAside(String caseId, String person, Collection<String> groups) {
        return false;
    }

    /** Of the units of a person those in whose name they read this case; all of them in a case of another room. */
    default Set<String> readsAs(String caseId, String person, Set<String> units) {
        return units;
    }

    /** Somebody has tried to read of a case of this room against the rule; whether it is an alert is the room's. */
    default void attempted(String caseId, String person) {}

    /** The tasks, by their ids in the model, of one case that are kept from a person; none named are all. */
    record Secluded(String caseId, Set<String> taskKeys) {

        public Secluded {
            taskKeys = Set.copyOf(taskKeys);
        }

        /** A case of which every task is kept from a person. */
        public static Secluded whole(String caseId) {
            return new Secluded(caseId, Set.of());
        }

        public boolean covers(String caseId, String taskKey) {
            return this.caseId.equals(caseId) && (taskKeys.isEmpty() || taskKeys.contains(taskKey));
        }
    }
}
