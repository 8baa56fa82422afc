package io.duban.interview;

/** In which part somebody sits in the interview (约谈会角色). */
public enum AttendeeRole {
    INTERVIEWER("约谈人"),
    INTERVIEWEE("被约谈人"),
    RECORDER("记录人");

    private final String label;

    AttendeeRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
