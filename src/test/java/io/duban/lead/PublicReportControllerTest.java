package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.duban.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Who reports too often is told so, keeps what was typed, and nothing reaches the vault. */
class PublicReportControllerTest {

    private static final String TEXT = "周末在商场四楼补数学，一次收三百元。";

    private final LeadIntake intake = mock();
    private final ReportRates rates =
            new ReportRates(Clock.fixed(Instant.parse("2026-10-05T01:00:00Z"), ZoneOffset.UTC), 2, 5, 3, 1000);
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(new PublicReportController(
                    intake, mock(ReceivingUnits.class), mock(Organisations.class), rates, mock(ReportChannels.class)))
            .build();

    @Test
    void theThirdReportOfOneSourceInAMinuteIsRefusedAndItsWordsComeBack() throws Exception {
        when(intake.receive(any(), any(), any())).thenReturn("7QK2-9XWD");
        pages.perform(report("203.0.113.7")).andExpect(redirectedUrl("/report/done"));
        pages.perform(report("203.0.113.7")).andExpect(redirectedUrl("/report/done"));

        var refused = pages.perform(report("203.0.113.7"))
                .andExpect(status().isTooManyRequests())
                .andReturn();
        assertThat(refused.getModelAndView().getModel().get("typed"))
                .isInstanceOfSatisfying(
                        ReportForm.class, typed -> assertThat(typed.text()).isEqualTo(TEXT));
        pages.perform(report("203.0.113.8")).andExpect(redirectedUrl("/report/done"));
        pages.perform(report("203.0.113.9")).andExpect(status().isTooManyRequests());
        verify(intake, times(3)).receive(any(), any(), any());
    }

    @Test
    void aFormPrintsNothingOfWhatItHolds() {
        assertThat(new ReportForm("u", "s", "c", TEXT, "yes", "name", "phone", "mail", "").toString())
                .isEqualTo("ReportForm[…]");
    }

    private static MockHttpServletRequestBuilder report(String address) {
        return post("/report").param("text", TEXT).param("named", "no").with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }
}
