package io.duban.endtoend;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** People at their desks in a real Chromium; pictures go to {@code target/browser}, the shipped ones on demand. */
abstract class Screens extends EndToEnd {

    static final String IMAGES =
            "true".equals(System.getProperty("duban.screens")) ? "src/docs/screens/" : "target/browser/";

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Somebody signs in. */
    Desk at(String account) {
        return chromium.desk(duban.address(), account);
    }

    /** Somebody signs in whose machine keeps the time of another part of the world. */
    Desk at(String account, String zone) {
        return chromium.desk(duban.address(), account, "zh-CN", zone);
    }

    /** Somebody signs in on a telephone with scripts switched off. */
    Page telephone(String account) {
        Page page = chromium.telephone(390, 844);
        new Desk(page, duban.address()).signIn(account);
        return page;
    }

    /** Somebody signs in and opens Tasklist. */
    Desk tasklist(String account) {
        return at(account).tasklist();
    }
}
