package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What everybody meets in a real Chromium before any work: the start page, the four web apps in Chinese, the way out. */
class WebAppsIT extends Screens {

    private static final List<String> APPS = List.of("welcome", "tasklist", "cockpit", "admin");
    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    private static final long FIRST_VISIT = 1_400_000;
    private static final long LATER_VISIT = 60_000;
    private static final Pattern RAW_KEY = Pattern.compile("\\b[A-Z]{3,}_[A-Z_]{3,}\\b");

    @Test
    void theWebAppsSpeakChineseAndLeaveNoRawKeys() {
        for (String app : APPS) {
            try (Desk desk = userOf(app).app(app)) {
                speaksChinese(app, desk);
            }
        }
    }

    /** The apps read some texts once, when a view is made; a view that is made before the texts are there keeps their keys. */
    @Test
    void aViewIsNotMadeBeforeItsTextsAreThere() {
        for (String app : APPS) {
            try (Desk desk = userOf(app)) {
                List<Route> late = new ArrayList<>();
                desk.page.route("**/locales/zh-CN.json*", late::add);
                desk.page.navigate(duban.address() + "/camunda/app/" + app + "/default/");
                desk.page.waitForCondition(() -> !late.isEmpty());
                desk.page.waitForTimeout(1_000);
                late.forEach(Route::resume);
                speaksChinese(app, desk.quiet());
            }
        }
    }

    @Test
    void aViewDoesNotWaitForEverForTextsThatDoNotCome() {
        try (Desk desk = userOf("tasklist")) {
            desk.page.route("**/locales/*.json*", Route::abort);
            desk.page.navigate(duban.address() + "/camunda/app/tasklist/default/");
            desk.page.locator("[cam-sorting-choices]").first().waitFor(ATTACHED);
        }
    }

    /** What a browser loads of Tasklist over the network: at the first visit, and when it has been there before. */
    @Test
    void filesAreLoadedCompressedAndOnce() {
        try (Desk desk = at("supervision-lead.310000")) {
            CDPSession network = desk.page.context().newCDPSession(desk.page);
            Map<String, String> addresses = new HashMap<>();
            Map<String, Long> bytes = new TreeMap<>();
            network.on(
                    "Network.requestWillBeSent",
                    event -> addresses.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("request").get("url").getAsString()));
            network.on(
                    "Network.loadingFinished",
                    event -> bytes.merge(
                            String.valueOf(addresses.get(event.get("requestId").getAsString())),
                            event.get("encodedDataLength").getAsLong(),
                            Long::sum));
            network.send("Network.enable");
            desk.tasklist();
            Map<String, Long> first = new TreeMap<>(bytes);
            bytes.clear();
            desk.tasklist();

            assertThat(sum(first)).as(first.toString()).isLessThanOrEqualTo(FIRST_VISIT);
            assertThat(sum(bytes)).as(bytes.toString()).isLessThanOrEqualTo(LATER_VISIT);
        }
    }

    /**
     * A list carries its count, and nothing asks for a count beside. Opening Tasklist asks twice: once before and once after
     * it has written the filter into its address.
     */
    @Test
    void aPageAsksForItsListAndForNoCountBeside() {
        Pattern costly = Pattern.compile(".*/engine/default/(filter/[^/]+/(list|count)|task|task/count)");
        try (Desk desk = at("supervision-lead.310000")) {
            List<String> asked = new ArrayList<>();
            desk.page.onRequest(request -> {
                String path = URI.create(request.url()).getPath();
                if (costly.matcher(path).matches()) {
                    asked.add(path);
                }
            });
            desk.tasklist();
            assertThat(asked)
                    .as("opening Tasklist")
                    .hasSizeLessThanOrEqualTo(2)
                    .allMatch(each -> each.endsWith("/list"));
        }
    }

    @Test
    void aLongListIsCountedToAThousandAndAskedForOnceAMinute() {
        try (Desk desk = at("supervision-lead.310000")) {
            AtomicInteger asked = new AtomicInteger();
            AtomicInteger counted = new AtomicInteger(1001);
            desk.page.clock().install();
            desk.page.route("**/filter/*/list*", route -> {
                asked.incrementAndGet();
                String answer = route.fetch().text().replaceFirst("\"count\":\\s*\\d+", "\"count\":" + counted.get());
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/hal+json")
                        .setBody(answer));
            });
            desk.tasklist();
            Locator count = desk.page.locator(".counter:visible").first();
            assertThat(count.innerText()).isEqualTo("1000+");
            assertThat(desk.page.locator(".total-results").first().innerText()).isEqualTo("1000+");
            desk.picture(IMAGES + "tasklist-1000.png");
            int before = asked.get();
            desk.page.clock().fastForward(50_000);
            desk.quiet();
            assertThat(asked).hasValue(before);
            counted.set(7);
            desk.page.clock().fastForward(15_000);
            desk.page.waitForCondition(() -> count.innerText().equals("7"));
        }
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private Desk userOf(String app) {
        return at(app.equals("admin") ? "admin" : "supervision-lead.310000");
    }

    private static void speaksChinese(String app, Desk desk) {
        desk.page
                .locator("[ng-view], .ctn-view, main, body")
                .getByText(Pattern.compile("[\\u4e00-\\u9fa5]{2}"))
                .first()
                .waitFor();
        desk.page.waitForFunction("document.documentElement.lang === 'zh-CN'");
        assertThat(desk.text()).as(app).contains("督办").doesNotContainPattern(RAW_KEY);
    }

    @Test
    void theStartPageTellsTheStoryAndSignsPeopleIn() {
        try (Desk desk = at("government.310104")) {
            desk.page.navigate(duban.address() + "/");
            desk.quiet().page.getByText("supervision-office.310104").first().waitFor();
            assertThat(desk.text()).contains("一张督办单的路", "演示时钟", "duban-demo", "government.310104");
            desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(IMAGES + "start.png")));
        }
    }

    @Test
    void whoLogsOutComesBackToOurOwnLogIn() {
        try (Desk desk = at("inspector.310104").tasklist()) {
            desk.page.getByText("督学 徐汇区").first().click();
            desk.page.getByText("退出登录").first().click();
            desk.page.waitForURL(url -> url.contains("/login"));
            assertThat(desk.text()).contains("登录");
        }
    }
}
