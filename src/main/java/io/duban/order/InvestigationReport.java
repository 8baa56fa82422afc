package io.duban.order;

import io.duban.form.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 调查报告: the five parts, who investigated, and the wider self-check (举一反三). */
record InvestigationReport(Map<ReportPart, String> parts, String investigators, Optional<String> widerCheck) {

    InvestigationReport {
        parts = Map.copyOf(parts);
    }

    static InvestigationReport from(Fields fields) {
        Map<ReportPart, String> parts = new EnumMap<>(ReportPart.class);
        for (ReportPart part : ReportPart.values()) {
            fields.optionalText(part.field()).ifPresent(text -> parts.put(part, text));
        }
        return new InvestigationReport(
                parts, fields.optionalText("investigators").orElse(""), fields.optionalText("widerCheck"));
    }

    boolean has(ReportPart part) {
        return parts.containsKey(part);
    }

    /** The inputs of the decision on completeness (D05). */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        for (ReportPart part : ReportPart.values()) {
            given.put(part.field() + "Given", has(part));
        }
        return given;
    }

    /** The fields of a form that shows or continues this report. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        parts.forEach((part, text) -> fields.put(part.field(), text));
        fields.put("investigators", investigators);
        widerCheck.ifPresent(text -> fields.put("widerCheck", text));
        return fields;
    }
}
