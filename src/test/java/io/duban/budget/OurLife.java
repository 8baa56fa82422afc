package io.duban.budget;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

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

    private MockHttpServletResponse call(String person, String path, Map<String, Object> body) {
        try {
            var response = door.perform(post(path)
                            .with(authentication(accounts.signedIn(person)))
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsBytes(body)))
                    .andReturn()
                    .getResponse();
            if (response.getStatus() >= 300) {
                throw new IllegalStateException(
                        path + " as " + person + ": " + response.getContentAsString(StandardCharsets.UTF_8));
            }
            return response;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String read(MockHttpServletResponse response) {
        try {
            return json.readTree(response.getContentAsByteArray()).path("id").asText();
        } catch (java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
