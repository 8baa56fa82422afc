package io.duban.engine;

/** Whether the person asking may know of a case at all; the read side answers. Asking is no attempt to read it. */
public interface CaseKnowledge {

    boolean mayKnow(String caseId);
}
