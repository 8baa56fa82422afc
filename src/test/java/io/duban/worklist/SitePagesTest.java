package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.duban.accountability.Accountabilities;
import io.duban.interview.InterviewHeading;
import io.duban.interview.InterviewState;
import io.duban.interview.Interviews;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages in front of the door render for anybody, and outside the demo they give no account away. */
class SitePagesTest {

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src)|<style|\\sstyle=|\\son[a-z]+=");
    private static final Pattern FOREIGN = Pattern.compile("(?:href|src)=\"(?:https?:)?//");

    private final Interviews interviews = mock(Interviews.class);

    @Test
    void the_start_page_renders_without_a_person() throws Exception {
        String page = page(get("/"), "demo");

        assertThat(page)
                .contains("一张督办单的路", "/camunda/app/tasklist/default/", "/v3/api-docs", "登录")
                .contains("href=\"/ledger\"", "href=\"/intake\"", "href=\"/report\"", "href=\"/returns/annex-5\"");
        assertThat(page).doesNotContain("退出登录");
    }

    @Test
    void the_start_page_names_the_signed_in_person_and_offers_the_way_out() throws Exception {
        Principal person = () -> "government.310104";

        assertThat(page(get("/").principal(person), "postgres")).contains("government.310104", "退出登录", "/logout");
    }

    @Test
    void the_demo_shows_its_clock_and_its_stories() throws Exception {
        assertThat(page(get("/"), "demo"))
                .contains("演示时钟", "supervision-office.310000", "institution-head.310104T001", "inspector.310000");
    }

    @Test
    void the_start_page_lists_the_newest_twenty_and_says_that_there_are_more() throws Exception {
        Principal person = () -> "government.310104";
        when(interviews.told(21)).thenReturn(headings(20));
        assertThat(page(get("/").principal(person), "demo")).contains("督办第20件").doesNotContain("只列最近");

        when(interviews.told(21)).thenReturn(headings(21));
        assertThat(page(get("/").principal(person), "demo"))
                .contains("督办第20件", "只列最近 20 件")
                .doesNotContain("督办第21件");
    }

    private static List<InterviewHeading> headings(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> new InterviewHeading(
                        "case-" + n, "2026年第（" + n + "）号", "督办第" + n + "件", "310104", InterviewState.NOTIFIED, "已通知"))
                .toList();
    }

    @Test
    void outside_the_demo_no_account_no_password_and_no_clock_is_shown() throws Exception {
        for (String path : new String[] {"/", "/login"}) {
            assertThat(page(get(path), "postgres"))
                    .as(path)
                    .doesNotContain("duban-demo", "310000", "演示", "clock", "/api/demo");
        }
    }

    @Test
    void the_log_in_page_has_one_form_with_labelled_fields() throws Exception {
        assertThat(page(get("/login"), "postgres"))
                .contains("action=\"/login\"", "for=\"username\"", "for=\"password\"")
                .doesNotContain("role=\"alert\"", "您已退出登录");
    }

    @Test
    void the_log_in_page_says_what_went_wrong_and_that_one_is_signed_out() throws Exception {
        assertThat(page(get("/login").param("error", ""), "postgres"))
                .contains("账号或密码不正确", "The account or the password is not correct.");
        assertThat(page(get("/login").param("out", ""), "postgres")).contains("您已退出登录", "You are signed out");
    }

    @Test
    void the_pages_need_nothing_from_elsewhere_and_nothing_inline() throws Exception {
        for (String path : new String[] {"/", "/login"}) {
            String page = page(get(path), "demo");

            assertThat(INLINE.matcher(page).find()).as(path).isFalse();
            assertThat(FOREIGN.matcher(page).find()).as(path).isFalse();
        }
    }

    private String page(MockHttpServletRequestBuilder request, String profile) throws Exception {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return mockMvc(new SiteController(interviews, mock(Accountabilities.class), environment))
                .perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockMvc mockMvc(SiteController controller) {
        StaticApplicationContext context = new StaticApplicationContext();
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return MockMvcBuilders.standaloneSetup(controller)
                .setViewResolvers(views)
                .build();
    }
}
