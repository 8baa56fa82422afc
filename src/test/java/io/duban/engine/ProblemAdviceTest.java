package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTest {

    private static final Refusal REFUSAL = Refusal.of(
            "problems[1].due",
            "due-after-issue",
            "INV-24",
            "整改时限不得早于签发日期，请改后再报。",
            "The due date lies before the issue.");

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @Test
    void aRefusalNamesFieldRuleBasisAndTheWayOutInTwoLanguages() throws Exception {
        assertProblem(failing("refusal"), 422)
                .andExpect(jsonPath("$.field").value("problems[1].due"))
                .andExpect(jsonPath("$.rule").value("due-after-issue"))
                .andExpect(jsonPath("$.basis").value("INV-24"))
                .andExpect(jsonPath("$.detail").value("整改时限不得早于签发日期，请改后再报。"))
                .andExpect(jsonPath("$.detailEn").value("The due date lies before the issue."));
    }

    @Test
    void aRefusalTheEngineHasWrappedIsStillThatRefusal() throws Exception {
        assertProblem(failing("wrapped"), 422).andExpect(jsonPath("$.rule").value("due-after-issue"));
    }

    @Test
    void aConflictTellsTheStateTheCaseIsInByNow() throws Exception {
        assertProblem(failing("conflict"), 409)
                .andExpect(jsonPath("$.state").value("CLOSED"))
                .andExpect(jsonPath("$.stateName").value("办结归档"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "duplicate"})
    void whoComesSecondIsToldSo(String what) throws Exception {
        assertProblem(failing(what), 409).andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void whatTheEngineForbidsIsForbiddenWithoutItsWords() throws Exception {
        assertProblem(failing("forbidden"), 403).andExpect(content().string(not(containsString("secret"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "engine"})
    void anUnknownFailureLeavesOnlyAReference(String what) throws Exception {
        assertProblem(failing(what), 500)
                .andExpect(jsonPath("$.reference").value(matchesPattern("[0-9a-f-]{36}")))
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(jsonPath("$.field").doesNotExist())
                .andExpect(jsonPath("$.trace").doesNotExist());
    }

    @Test
    void aBodyThatIsNoJsonIsTheBodysFault() throws Exception {
        assertProblem(
                        web.perform(post("/body")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{")),
                        400)
                .andExpect(jsonPath("$.field").value("body"))
                .andExpect(jsonPath("$.rule").value("readable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/day", "/day?on=2026-02-30", "/day?on=x"})
    void aParameterThatIsMissingOrImpossibleIsNamed(String address) throws Exception {
        assertProblem(web.perform(get(address)), 400)
                .andExpect(jsonPath("$.field").value("on"));
    }

    @Test
    void aForeignContentTypeIsNotTaken() throws Exception {
        assertProblem(
                web.perform(post("/body").contentType(MediaType.APPLICATION_XML).content("<a/>")), 415);
    }

    @Test
    void anAnswerNobodyCanReadIsNotAcceptable() throws Exception {
        assertProblem(web.perform(get("/json").accept(MediaType.IMAGE_PNG)), 406);
    }

    @Test
    void aMissingHeaderIsTheCallersFault() throws Exception {
        assertProblem(web.perform(get("/header")), 400);
    }

    @Test
    void aMethodNobodyOffersIsNotAllowed() throws Exception {
        assertProblem(web.perform(post("/day")), 405);
    }

    @Test
    void aStatusThatSpringAnswersKeepsItsNumberAndLosesItsReason() throws Exception {
        assertProblem(failing("status"), 418).andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void whoOpensTheAddressInABrowserReadsAPage() throws Exception {
        web.perform(get("/fail/refusal").header("Accept", BROWSER))
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("整改时限不得早于签发日期，请改后再报。")))
                .andExpect(content().string(not(containsString("INV-24"))))
                .andExpect(content().string(containsString("href=\"/\"")));
        web.perform(get("/fail/markup").header("Accept", BROWSER))
                .andExpect(content().string(not(containsString("<script"))))
                .andExpect(content().string(containsString("&lt;script")))
                .andExpect(content().string(containsString("依据：国发〔2021〕号")));
        web.perform(get("/fail/unknown").header("Accept", BROWSER))
                .andExpect(status().is(500))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/json, text/html;q=0.9",
                "application/json, text/plain, */*",
                "text/html, application/json",
                "nonsense",
                " "
            })
    void whoDoesNotAskForAPageBeforeAllElseGetsTheDetail(String accept) throws Exception {
        assertProblem(web.perform(get("/fail/refusal").header("Accept", accept)), 422);
    }

    @Test
    void aFilterWritesTheSamePage() throws Exception {
        var request = new MockHttpServletRequest("GET", "/report/none");
        request.addHeader("Accept", BROWSER);
        var response = new MockHttpServletResponse();
        Problems.write(request, response, REFUSAL);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentAsString())
                .contains("整改时限不得早于签发日期，请改后再报。", "href=\"/report\"", "回到举报首页")
                .doesNotContain("换一个账号登录");
    }

    @Test
    void aFilterWritesTheSameAnswer() throws Exception {
        var response = new MockHttpServletResponse();
        Problems.write(new MockHttpServletRequest(), response, REFUSAL);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"field\":\"problems[1].due\"", "整改时限");
    }

    @Test
    void theLinesOfAProblemComeInTheOrderPeopleReadThem() {
        assertThat(Problems.of(REFUSAL).keySet())
                .containsExactly("type", "title", "status", "detail", "detailEn", "field", "rule", "basis");
    }

    @Test
    void aRefusalIsFoundHoweverDeepItIsWrappedAndACircleEndsTheSearch() {
        assertThat(Causes.refusalIn(new IllegalStateException(new IllegalArgumentException(REFUSAL))))
                .contains(REFUSAL);
        var circle = new IllegalStateException("a");
        circle.initCause(new IllegalStateException("b", circle));
        assertThat(Causes.refusalIn(circle)).isEmpty();
    }

    private ResultActions failing(String what) throws Exception {
        return web.perform(get("/fail/" + what));
    }

    private static ResultActions assertProblem(ResultActions answer, int status) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.detailEn").isNotEmpty());
    }

    private enum Ended implements Stage {
        CLOSED;

        @Override
        public String label() {
            return "办结归档";
        }
    }

    /** A test component, so that no scan of the application finds it. */
    @TestComponent
    @RestController
    static class Failing {

        @GetMapping("/fail/{what}")
        String fail(@PathVariable("what") String what) {
            throw switch (what) {
                case "refusal" -> REFUSAL;
                case "wrapped" -> new ProcessEngineException("secret", REFUSAL);
                case "conflict" -> Refusal.conflict("lost-race", Ended.CLOSED, "已办结。", "Closed.");
                case "race" -> new OptimisticLockingException("secret");
                case "duplicate" -> new DuplicateKeyException("secret");
                case "forbidden" -> new AuthorizationException("secret");
                case "markup" ->
                    Refusal.of(
                            "title",
                            "text",
                            "国发〔2021〕号",
                            "题名“<script>alert(1)</script>”不行。",
                            "No markup in the title.");
                case "engine" -> new ProcessEngineException("secret");
                case "status" ->
                    new ResponseStatusException(org.springframework.http.HttpStatus.I_AM_A_TEAPOT, "secret");
                default -> new IllegalStateException("secret");
            };
        }

        @PostMapping(path = "/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> body(@RequestBody Map<String, Object> body) {
            return body;
        }

        @GetMapping(path = "/json", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> json() {
            return Map.of();
        }

        @GetMapping("/header")
        String header(@RequestHeader("X-Case") String header) {
            return header;
        }

        @GetMapping("/day")
        String day(@RequestParam("on") LocalDate on) {
            return on.toString();
        }
    }
}
