package io.duban.lead;

import io.duban.engine.Stage;

/** 案由: what a task list says of a case of this room, be it a lead, a consolidation, a notice or a consultation. */
public record LeadHeading(
        String id, String number, String title, String unit, String kind, String kindLabel, Stage stage) {}
