package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of all models with the viewers of the modeller, in a real browser:
 * {@code mvn -o test -Dtest=ModelPictures -Dduban.pictures=write}.
 */
@EnabledIfSystemProperty(named = "duban.pictures", matches = "write")
class ModelPictures {

    private static final Path VENDOR = Path.of("src/test/resources/vendor");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String PAGE = """
            <!doctype html><meta charset="utf-8">
            <style>
              body { margin: 0; background: white; }
              #room { width: 2400px; height: 1400px; }
              #picture, #room, #room * { font-family: 'Noto Sans CJK SC', sans-serif; }
              #picture { display: inline-block; padding: 12px; background: white; }
              #picture svg { display: block; }
            </style>
            <div id="room"></div>
            """;

    private static final String PROCESS = """
            async xml => {
              const text = { fontFamily: "'Noto Sans CJK SC', sans-serif" };
              const viewer = new BpmnJS({
                container: '#room', textRenderer: { defaultStyle: text, externalStyle: text }
              });
              const { warnings } = await viewer.importXML(xml);
              const { svg } = await viewer.saveSVG();
              document.body.innerHTML = '<div id="picture">' + svg.slice(svg.indexOf('<svg')) + '</div>';
              return warnings.map(each => each.message);
            }
            """;

    private static final String TABLE = """
            async xml => {
              const viewer = new DmnJS({ container: '#room' });
              const { warnings } = await viewer.importXML(xml);
              await viewer.open(viewer.getViews().find(each => each.type === 'decisionTable'));
              const room = document.querySelector('#room');
              const table = document.querySelector('.tjs-table-container');
              room.style.width = 'max-content';
              room.style.height = 'auto';
              room.style.padding = '12px';
              return warnings.map(each => each.message);
            }
            """;

    @Test
    void takeThemAll() throws IOException {
        Files.createDirectories(Pictures.FOLDER);
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options);
                var browser = playwright.chromium().launch(chromium())) {
            for (Path model : Pictures.models()) {
                take(browser, model);
            }
        }
        Files.writeString(
                Pictures.SUMS,
                Pictures.current().entrySet().stream()
                        .map(each -> each.getKey() + "  " + each.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static void take(Browser browser, Path model) {
        try (var page = browser.newPage(
                new Browser.NewPageOptions().setDeviceScaleFactor(2).setViewportSize(2400, 1400))) {
            page.setContent(PAGE);
            Locator picture = model.toString().endsWith(".bpmn") ? process(page, model) : table(page, model);
            page.evaluate("() => document.fonts.ready.then(() => true)");
            picture.screenshot(new Locator.ScreenshotOptions()
                    .setPath(Pictures.of(model))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    private static Locator process(Page page, Path model) {
        script(page, "bpmn-js/bpmn-viewer.production.min.js");
        draw(page, PROCESS, model);
        return page.locator("#picture");
    }

    private static Locator table(Page page, Path model) {
        style(page, "dmn-js/dmn-js-shared.css");
        style(page, "dmn-js/dmn-js-decision-table.css");
        script(page, "dmn-js/dmn-viewer.production.min.js");
        draw(page, TABLE, model);
        return page.locator("#room");
    }

    private static void draw(Page page, String how, Path model) {
        assertThat((List<?>) page.evaluate(how, Files256.text(model)))
                .as("what the viewer does not understand in %s", model)
                .isEmpty();
    }

    private static void script(Page page, String file) {
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(VENDOR.resolve(file)));
    }

    private static void style(Page page, String file) {
        page.addStyleTag(new Page.AddStyleTagOptions().setPath(VENDOR.resolve(file)));
    }

    private static BrowserType.LaunchOptions chromium() {
        String program = Optional.ofNullable(System.getenv("DUBAN_CHROMIUM")).orElse("/usr/bin/chromium");
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(program))
                .setHeadless(true)
                .setArgs(ARGUMENTS);
    }
}
