package io.duban.engine;

/**
 * A rule of a capability about who may be given a task, asked whenever somebody is assigned (by claim, by another person
 * or by delegation) and whenever a group or a person becomes a candidate for it.
 */
public interface TaskAdmission {

    /**
     * @param taskKey the user task's id in the model
     * @param caseId the case the task belongs to
     * @param person the account that is to have the task
     * @throws Refusal if this person must not have it, e.g. because the accused unit employs them (INV-05)
     */
    void admit(String taskKey, String caseId, String person);

    /**
     * @param candidate the group ({@code role.unit}) or the account that the task is offered to
     * @throws Refusal if it must not even be offered there
     */
    default void admitCandidate(String taskKey, String caseId, String candidate) {}
}
