package io.duban.worklist;

import org.jspecify.annotations.Nullable;

/**
 * A task as the case behind it knows it.
 *
 * @param key the user task's id in the model
 * @param subjectId the part of the case the task is about, where the model names one
 */
record CaseTask(
        String taskId, String key, String caseId, @Nullable String subjectId) {}
