package io.duban.interview;

/** A person at the meeting, by name, because interviews are counted by persons (人次, F16). */
public record Attendee(String name, String unit, String post, AttendeeRole role) {

    boolean isSamePersonAs(Attendee other) {
        return name.equals(other.name) && unit.equals(other.unit);
    }
}
