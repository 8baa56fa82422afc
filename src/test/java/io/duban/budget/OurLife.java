package io.duban.budget;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The application's own way, as its programs' interface offers it: the signed-in person, the guards, the tables. */
final class OurLife extends Life {

    private final Accounts accounts;
    private final MockMvc door;
    private final ObjectMapper json;

    OurLife(ProcessEngine engine, RoundTrips trips, Accounts accounts, MockMvc door, ObjectMapper json) {
        super(engine, trips);
        this.accounts = accounts;
        this.door = door;
        this.json = json;
    }

    @Override
    String begin() {
        return read(call("supervision-office.310000", "/api/orders", Step.draft()));
    }

    @Override
    void claim(String taskId, Step step) {
        call(step.person(), "/api/tasks/" + taskId + "/claim", Map.of());
    }

    @Override
    void complete(String taskId, Step step) {
        call(step.person(), "/api/tasks/" + taskId + "/submission", step.fields());
    }

    /** Reads the person's list of tasks. */
    String page(String person, int size) {
        return text(perform(person, get("/api/tasks?size=" + size)));
    }

    private MockHttpServletResponse call(String person, String path, Map<String, Object> body) {
        return perform(
                person, post(path).contentType(MediaType.APPLICATION_JSON).content(written(body)));
    }

    private MockHttpServletResponse perform(String person, MockHttpServletRequestBuilder request) {
        try {
            var response = door.perform(request.with(authentication(accounts.signedIn(person)))
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            if (response.getStatus() >= 300) {
                throw new IllegalStateException(person + ": " + text(response));
            }
            return response;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] written(Map<String, Object> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private String read(MockHttpServletResponse response) {
        try {
            return json.readTree(response.getContentAsByteArray()).path("id").asText();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
