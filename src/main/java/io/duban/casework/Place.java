package io.duban.casework;

/**
 * Where in the house an entry belongs.
 *
 * @param caseId the case
 * @param subjectId the part of the case it is about, e.g. one problem or one request for more time; else empty
 */
public record Place(String caseId, String subjectId) {

    public static Place of(String caseId) {
        return new Place(caseId, "");
    }
}
