package io.duban.form;

import io.duban.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a form is being filled in: which case, which part of it, by whom.
 *
 * @param key the user task's id in the model, or the process id for a start form
 * @param caseId the case (order, interview …); empty for a start form
 * @param subjectId the part of the case the task is about, e.g. one problem, where the model names one
 * @param person the account that fills it in
 */
public record Situation(String key, String caseId, @Nullable String subjectId, String person) {

    /** The part of the case this task is about; a model that names none is a mistake of ours. */
    public String subject() {
        if (subjectId == null) {
            throw Refusal.notFound("该待办没有指明办理对象。", "The task names no subject.");
        }
        return subjectId;
    }
}
