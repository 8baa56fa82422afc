package io.duban.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.duban.budget.Effort;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One person before the screen: signs in by our form, works in Tasklist by clicking and typing. */
final class Desk implements AutoCloseable {

    private static final String FORM = ".fjs-container";

    final Page page;
    private final String address;
    private final Traffic traffic;

    Desk(Page page, String address) {
        this.page = page;
        this.address = address;
        this.traffic = new Traffic(page);
    }

    Desk signIn(String account) {
        page.navigate(address + "/login");
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", "duban-demo");
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return quiet();
    }

    Desk app(String name) {
        quiet();
        page.navigate(address + "/camunda/app/" + name + "/default/");
        return quiet();
    }

    Desk tasklist() {
        app("tasklist");
        page.getByText("我组的任务").first().waitFor();
        return quiet();
    }

    /** Chooses a filter by its name. */
    Desk filter(String name) {
        page.locator("[cam-tasklist-filters], .task-filters")
                .getByText(name)
                .first()
                .click();
        return quiet();
    }

    Locator card(String taskName) {
        return page.locator("li.task", new Page.LocatorOptions().setHasText(taskName))
                .first();
    }

    /** Opens the first task of this name and claims it. */
    Desk claim(String taskName) {
        open(taskName);
        Locator claim =
                page.getByText("认领", new Page.GetByTextOptions().setExact(true)).first();
        claim.waitFor();
        claim.click();
        page.locator("button[ng-click=\"complete()\"]").waitFor();
        page.locator(FORM + " :is(textarea,input):not([disabled]):visible")
                .first()
                .waitFor();
        return quiet();
    }

    Desk open(String taskName) {
        Locator card = card(taskName);
        card.waitFor();
        card.click();
        page.locator(FORM).waitFor();
        return quiet();
    }

    Desk tab(String label) {
        page.locator(".task-details, .ctn-task, body")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return quiet();
    }

    Desk type(String label, String text) {
        return type(label, 0, text);
    }

    Desk type(String label, int nth, String text) {
        field(label, nth).locator("input, textarea").first().fill(text);
        return this;
    }

    Desk date(String label, int nth, String day) {
        Locator input = field(label, nth).locator("input").first();
        input.fill(day);
        input.press("Enter");
        input.press("Escape");
        return this;
    }

    Desk choose(String label, String option) {
        return choose(label, 0, option);
    }

    Desk choose(String label, int nth, String option) {
        Locator field = field(label, nth);
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    /** Adds an entry to a list of tags; leaving the field closes its list. */
    Desk pick(String label, int nth, String option) {
        Locator field = field(label, nth);
        Locator input = field.locator("input").first();
        input.focus();
        field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option))
                .first()
                .click();
        input.blur();
        return this;
    }

    Desk tick(String label) {
        page.locator(FORM + " label", new Page.LocatorOptions().setHasText(label))
                .first()
                .click();
        return this;
    }

    Desk mark(String label, String option) {
        return mark(label, 0, option);
    }

    Desk mark(String label, int nth, String option) {
        Pattern exactly = Pattern.compile("^\\s*" + option + "\\s*$");
        field(label, nth)
                .locator("label", new Locator.LocatorOptions().setHasText(exactly))
                .last()
                .click();
        return this;
    }

    Desk addRow() {
        page.locator(".fjs-repeat-render-add").first().click();
        return this;
    }

    /** Presses 提交办理 and waits until the task is gone. */
    Desk complete() {
        press();
        page.locator(FORM).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return quiet();
    }

    /** Presses 提交办理 and reads the panel that says why it was refused; it is in sight and the task stays. */
    String refusal() {
        press();
        Locator said = page.locator(".duban-refusal[role=alert]");
        said.waitFor();
        quiet();
        assertThat(said).isInViewport();
        assertThat(page.locator("button[ng-click=\"complete()\"]")).isVisible();
        return said.innerText();
    }

    Desk startProcess(String name) {
        page.getByText("发起流程").first().click();
        page.locator(".modal-body").getByText(name).first().click();
        page.locator(FORM).waitFor();
        return quiet();
    }

    Desk begin() {
        Locator dialog = page.locator(".modal-footer");
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("发起"))
                .last()
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return quiet();
    }

    /** Works on a screen of another size. */
    Desk size(int width, int height) {
        page.setViewportSize(width, height);
        return quiet();
    }

    /** Whether anything stands beyond the right edge of the window. */
    boolean overflows() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    /** A picture of the whole form, however long it is, and the window as it was; taken where all is tried. */
    Desk look(String name) {
        if (!Effort.isWhole()) {
            return this;
        }
        var window = page.viewportSize();
        page.setViewportSize(window.width, 1900);
        quiet().picture(name);
        page.setViewportSize(window.width, window.height);
        return quiet();
    }

    String text() {
        page.waitForLoadState();
        return page.locator("body").innerText();
    }

    Desk picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(name)));
        return this;
    }

    /** Waits until nothing is being loaded; the web apps' security header does not bear leaving a page half loaded. */
    Desk quiet() {
        traffic.settle();
        return this;
    }

    private void press() {
        quiet();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交办理"))
                .click();
    }

    /** The field with exactly this label (the browser reads the pattern, so it is not quoted), else the first one whose label contains it. */
    private Locator field(String label, int nth) {
        Pattern exactly = Pattern.compile("^\\s*" + label + "\\s*\\*?\\s*$");
        Locator exact =
                page.locator(FORM + " label.fjs-form-field-label", new Page.LocatorOptions().setHasText(exactly));
        Locator similar =
                page.locator(FORM + " label.fjs-form-field-label", new Page.LocatorOptions().setHasText(label));
        similar.nth(nth).waitFor();
        return (exact.count() > nth ? exact : similar)
                .nth(nth)
                .locator("xpath=ancestor::div[contains(concat(' ',@class,' '),' fjs-form-field ')][1]");
    }

    @Override
    public void close() {
        quiet();
        page.context().close();
    }
}
