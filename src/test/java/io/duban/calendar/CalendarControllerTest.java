package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.duban.engine.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

    private CalendarRoom room;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        room = CalendarRoom.onH2();
        room.clock.set("2026-09-22T10:00:00");
        var asBootDoes = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        mvc = MockMvcBuilders.standaloneSetup(room.bean(CalendarController.class))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(asBootDoes))
                .build();
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        room.close();
    }

    @Test
    void a_due_date_comes_with_its_reckoning() throws Exception {
        mvc.perform(get("/api/calendar/due-date?from=2026-09-18&workingDays=5"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2026-09-24"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.counted.length()").value(5))
                .andExpect(jsonPath("$.counted[0]").value("2026-09-20"))
                .andExpect(jsonPath("$.skipped[0].date").value("2026-09-19"))
                .andExpect(jsonPath("$.skipped[0].reason").value("周六"))
                .andExpect(jsonPath("$.explanation").value("第 3 / 5 个工作日，9月24日 24:00 到期；跳过：9月19日 周六"));
    }

    @Test
    void lengths_beyond_the_limits_are_refused() {
        assertRefused("workingDays=251", "term-length", "workingDays");
        assertRefused("workingDays=-1", "term-length", "workingDays");
        assertThatThrownBy(() -> room.bean(WorkingDays.class).dueAfterCalendarDays(LocalDate.of(2026, 1, 1), 1001))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_year_shows_its_notice_and_where_it_comes_from() throws Exception {
        mvc.perform(get("/api/calendar/years/2025"))
                .andExpect(jsonPath("$.source").value("BUNDLED"))
                .andExpect(jsonPath("$.notice").value("国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）"))
                .andExpect(jsonPath("$.days[0].date").value("2025-01-01"))
                .andExpect(jsonPath("$.days[0].kind").value("OFF"))
                .andExpect(jsonPath("$.days[0].name").value("元旦"));
        mvc.perform(get("/api/calendar/years/2027"))
                .andExpect(jsonPath("$.source").value("STATUTORY"))
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @Test
    void an_administrator_previews_then_confirms() throws Exception {
        signIn("ROLE_ADMIN");
        var preview = upload("", Arrangement2027.plain())
                .andExpect(jsonPath("$.stored").value(false));
        var answer = preview.andReturn().getResponse().getContentAsString();
        var digest = answer.replaceAll(".*\"digest\":\"([0-9a-f]+)\".*", "$1");
        upload("?confirm=" + digest, Arrangement2027.plain())
                .andExpect(jsonPath("$.stored").value(true));
        mvc.perform(get("/api/calendar/years/2027"))
                .andExpect(jsonPath("$.source").value("UPLOADED"))
                .andExpect(jsonPath("$.uploadedBy").value("li"))
                .andExpect(jsonPath("$.uploadedAt").exists())
                .andExpect(jsonPath("$.provisional").value(false));
    }

    @Test
    void nobody_else_may_upload_or_preview() {
        assertForbidden();
        signIn("ROLE_USER");
        assertForbidden();
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_read_to_its_end() {
        signIn("ROLE_ADMIN");
        assertThatThrownBy(() -> upload("", new byte[1024 * 1024])).rootCause().hasMessage("文件超过 64 KB。");
    }

    private ResultActions upload(String query, byte[] content) throws Exception {
        return mvc.perform(
                put("/api/calendar/years/2027" + query).contentType("text/csv").content(content));
    }

    private static void signIn(String role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("li", "", role));
    }

    private void assertForbidden() {
        assertThatThrownBy(() -> upload("", Arrangement2027.plain()))
                .rootCause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.FORBIDDEN));
    }

    private void assertRefused(String days, String rule, String field) {
        assertThatThrownBy(() -> mvc.perform(get("/api/calendar/due-date?from=2026-09-18&" + days)))
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo(rule);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }
}
