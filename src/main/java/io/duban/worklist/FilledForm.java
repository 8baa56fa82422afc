package io.duban.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A form with the data it shows. */
record FilledForm(JsonNode schema, Map<String, Object> data) {}
