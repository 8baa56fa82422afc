package io.duban.returns;

import java.time.Instant;

/** 一次填报: what a unit has typed for a period, which version it is, and who typed it when. */
record FilledIn(String unit, int version, TypedPart typed, String filledBy, Instant filledAt) {}
