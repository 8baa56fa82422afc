package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 约谈对象 in a real browser: the way to its interview and to its papers, on a desk and on a telephone. */
class InterviewPartyIT extends Screens {

    private static final List<String> DELIBERATION = List.of("提请", "呈批", "从严约谈", "核实情况");

    @Test
    void aDistrictFindsItsInterviewBesideItsOrderAndTakesItsPapers() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = notified(order, "310104");
        Ladder ladder = new Ladder(duban);
        ladder.held(id);
        ladder.reported(id);

        Page page = at("government.310104").page;
        page.navigate(duban.address() + "/cases/" + order.id);
        page.locator("a[href='/cases/" + id + "']").click();

        assertThat(page.locator("main").innerText())
                .contains("市教委会议室", "三日内报送整改情况", "约谈整改期限", "被约谈人乙", "约谈通知书", "约谈纪要", "约谈情况通报")
                .doesNotContain(DELIBERATION);
        pictures(page, "interview-party");
        takes(page, "约谈情况通报");
    }

    @Test
    void aSchoolBesideTheOrderFindsItsInterviewOnTheStartPage() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = notified(order, "310104S001");

        Page page = at("school-head.310104S001").page;
        page.navigate(duban.address() + "/");
        pictures(page, "interview-start");
        page.locator("a[href='/cases/" + id + "']").click();

        assertThat(page.locator("main").innerText()).contains("市教委会议室", "约谈通知书").doesNotContain(DELIBERATION);
        pictures(page, "interview-school");
        takes(page, "约谈通知书");
    }

    private String notified(KeyOrder order, String unit) {
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String id = order.interviews().get(0).path("id").asText();
        order.lead.does(id, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "从严约谈"));
        new Ladder(duban).invited(id, unit);
        return id;
    }

    private static void pictures(Page page, String name) {
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(IMAGES, name + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }

    private static void takes(Page page, String paper) {
        var download = page.waitForDownload(() -> page.locator("a[href^='/api/papers/']")
                .filter(new Locator.FilterOptions().setHasText(paper))
                .first()
                .click());
        assertThat(download.suggestedFilename()).contains(paper).endsWith(".docx");
    }
}
