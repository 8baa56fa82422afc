package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RawPathGateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "/api//orders",
                "/api/orders;x=1",
                "/api/./orders",
                "/api/../engine-rest",
                "/api/%2e%2e/x",
                "/api/orders%2F1",
                "/api/orders%00",
                "/api\\orders",
                "/api/%6frders",
                "/api/ord\u00e9rs",
                "/api/...",
                "/api/orders//",
                "/%61pi/orders",
                "/api/orders%",
                "/api/orders%zz",
                "/api/orders%252e",
                "api/orders",
                "http://x/api/orders",
                "*",
                "",
                "/api/|",
                "/api/{id}",
                "/api/<x>",
                "/api/\"",
                "/api/orders#x"
            })
    void aPathNotWrittenPlainlyIsABadRequest(String path) throws Exception {
        assertThat(status(path)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/error",
                "/h2-console",
                "/h2-console/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/API/orders",
                "/Camunda/app/",
                "/swagger-ui/index.html",
                "/engine-rests",
                "/apis",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/camunda/",
                "/camunda",
                "/v3/api-docs/x",
                "/login/x",
                "/favicon.ico/x"
            })
    void anAddressNotOnTheListDoesNotExist(String path) throws Exception {
        assertThat(status(path)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/api/orders",
                "/report",
                "/report/follow-up",
                "/intake",
                "/cases/1",
                "/camunda/app/tasklist/default/",
                "/engine-rest/process-definition/x:1:2",
                "/camunda/api/engine/engine/default/process-definition/x%3A1%3A2/xml",
                "/actuator/health/readiness",
                "/site/site.css"
            })
    void whatWeHavePasses(String path) throws Exception {
        assertThat(status(path)).isEqualTo(200);
        assertThat(RequestThread.isOne()).as("the mark is taken away").isFalse();
    }

    private static int status(String path) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRequestURI(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RawPathGate().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
