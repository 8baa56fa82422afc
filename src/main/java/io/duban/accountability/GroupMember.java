package io.duban.accountability;

/** A member of the working group (调查认定工作组成员), by name and unit code. */
record GroupMember(String name, String unit, boolean leader) {}
