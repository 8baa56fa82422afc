package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back over HTTP. */
record Answer(String request, int status, String contentType, JsonNode body) {

    boolean succeeded() {
        return status / 100 == 2;
    }

    Answer ok() {
        assertThat(succeeded()).as("%s answered %s %s", request, status, body).isTrue();
        return this;
    }

    Answer is(int expected) {
        assertThat(status).as("%s answered %s", request, body).isEqualTo(expected);
        return this;
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** A problem detail that names field (unless it concerns the whole), rule and way out in both languages. */
    Answer refused(int expected, String field, String rule) {
        is(expected);
        assertThat(contentType).as(request).contains("application/problem+json");
        assertThat(text("field")).as("%s answered %s", request, body).isEqualTo(field);
        assertThat(text("rule")).as("%s answered %s", request, body).isEqualTo(rule);
        assertThat(body.path("status").asInt()).isEqualTo(expected);
        assertThat(text("detail")).as(request).matches("(?s).*[\\u4e00-\\u9fa5]{2,}.*");
        assertThat(text("detailEn")).as(request).matches("(?s).*[A-Za-z]{2,}.*");
        return this;
    }
}
