package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StaticFilesTest {

    private static final String SCRIPT = "// a script of many words ".repeat(200);

    private final StaticFiles files = new StaticFiles();
    private final AtomicInteger read = new AtomicInteger();

    @Test
    void aFileIsReadOnceAndSentCompressedWithATagOfItsContent() throws Exception {
        MockHttpServletResponse first = asked("/site/webapp.js", null, "gzip, deflate, br");
        MockHttpServletResponse second = asked("/site/webapp.js", null, "gzip");

        assertThat(read).hasValue(1);
        for (MockHttpServletResponse each : List.of(first, second)) {
            assertThat(each.getHeader("Content-Encoding")).isEqualTo("gzip");
            assertThat(each.getHeader("Cache-Control")).isEqualTo("no-cache");
            assertThat(each.getHeader("Vary")).isEqualTo("Accept-Encoding");
            assertThat(each.getContentType()).startsWith("text/javascript");
            assertThat(each.getContentLength()).isLessThan(SCRIPT.length() / 10);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(each.getContentAsByteArray())).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(SCRIPT);
        }
        assertThat(asked("/site/webapp.js", null, null).getContentAsString()).isEqualTo(SCRIPT);
    }

    @Test
    void whoHasTheFileAlreadyIsToldSoAlsoByTheFirstWhoAsks() throws Exception {
        String tag = String.valueOf(asked("/site/webapp.js", null, null).getHeader("ETag"));
        MockHttpServletResponse again = asked("/site/webapp.js", tag, "gzip");

        assertThat(tag).startsWith("W/\"");
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(new StaticFilesTest().asked("/site/webapp.js", tag, "gzip").getStatus())
                .isEqualTo(304);
        assertThat(asked("/site/webapp.js", "W/\"other\"", "gzip").getStatus()).isEqualTo(200);
    }

    @Test
    void onlyWhatCarriesItsVersionIsKeptWithoutAsking() throws Exception {
        assertThat(asked("/camunda/lib/deps.js?bust=7.24.0", null, "gzip").getHeader("Cache-Control"))
                .contains("immutable");
        assertThat(asked("/camunda/lib/deps.js", null, "gzip").getHeader("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(asked("/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0", null, "gzip")
                        .getHeader("Cache-Control"))
                .as("ours, at an address that does not change with it")
                .isEqualTo("no-cache");
    }

    /** A browser asks for it with every view. */
    @Test
    void theSignOfTheAppsIsKeptToo() throws Exception {
        assertThat(asked("/camunda/favicon.ico", null, "gzip").getHeader("ETag"))
                .isNotNull();
    }

    @Test
    void dataAndPagesGoPastIt() throws Exception {
        for (String address : List.of(
                "/api/tasks",
                "/camunda/api/engine/engine/default/task",
                "/camunda/app/tasklist/default/",
                "/camunda/api/tasklist/plugin/x/default/data.json",
                "/cases/1/export.zip",
                "/report")) {
            MockHttpServletResponse answer = asked(address, null, "gzip");
            assertThat(answer.getHeader("Content-Encoding")).as(address).isNull();
            assertThat(answer.getHeader("Cache-Control")).as(address).isNull();
        }
        assertThat(read).hasValue(6);
    }

    @Test
    void whatIsNotThereIsNotKept() throws Exception {
        FilterChain nothing = (request, response) -> ((HttpServletResponse) response).setStatus(404);
        MockHttpServletResponse missing = new MockHttpServletResponse();
        files.doFilter(request("/site/new.js", null, "gzip"), missing, nothing);

        assertThat(missing.getStatus()).isEqualTo(404);
        assertThat(missing.getHeader("Cache-Control")).isNull();
        assertThat(asked("/site/new.js", null, null).getContentAsString()).isEqualTo(SCRIPT);
    }

    private MockHttpServletResponse asked(String address, @Nullable String tag, @Nullable String accepted)
            throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        files.doFilter(request(address, tag, accepted), answer, (request, response) -> {
            read.incrementAndGet();
            if (((jakarta.servlet.http.HttpServletRequest) request).getHeader("If-None-Match") != null) {
                ((HttpServletResponse) response).setStatus(304);
                return;
            }
            response.setContentType("text/javascript");
            response.getOutputStream().write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        });
        return answer;
    }

    private static MockHttpServletRequest request(String address, @Nullable String tag, @Nullable String accepted) {
        String[] parts = address.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        if (accepted != null) {
            request.addHeader("Accept-Encoding", accepted);
        }
        return request;
    }
}
