package io.duban.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.duban.form.Fields;
import java.util.Map;

/** A JSON body that may hold what a reporter said; prints nothing, because Spring prints bodies when it logs in detail. */
record TypedBody(Map<String, Object> values) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TypedBody {}

    Fields fields() {
        return Fields.of(values, StaffReport.LABELS);
    }

    @Override
    public String toString() {
        return "TypedBody[…]";
    }
}
