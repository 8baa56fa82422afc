package io.duban.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Chromium: the one named by {@code DUBAN_CHROMIUM}, the machine's own, or one that Playwright fetches. Where
 * none is to be had the tests are skipped, but with {@code CI=true} that is a failure.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE = 120_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Optional<Path> own = installed();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(own.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            own.ifPresent(options::setExecutablePath);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException none) {
            assumeTrue("true".equals(System.getenv("CI")), "no Chromium is to be had here: " + none.getMessage());
            throw none;
        }
    }

    private static Optional<Path> installed() {
        String named = System.getenv("DUBAN_CHROMIUM");
        Path path = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
    }

    /** A window of its own for one person, as on their own machine. */
    Desk desk(String address, String account) {
        return desk(address, account, "zh-CN");
    }

    Desk desk(String address, String account, String locale) {
        return desk(address, account, locale, "Asia/Shanghai");
    }

    Desk desk(String address, String account, String locale, String zone) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId(zone)
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        return new Desk(context.newPage(), address).signIn(account);
    }

    /** A telephone of somebody unknown, with scripts switched off. */
    Page telephone(int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(false)
                .setDeviceScaleFactor(2)
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
