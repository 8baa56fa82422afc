package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page for people at their desks begins alike: nothing from elsewhere runs in it, nobody indexes it, it is walked by keyboard. */
class DeskPagesTest extends EndToEnd {

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src)|<style|\\sstyle=|\\son[a-z]+=");

    @ParameterizedTest
    @CsvSource({
        "supervision-office.310000, /ledger, 工作台账, /site/ledger.css",
        "supervision-office.310104, /returns/annex-5, 报送, /site/returns.css",
        "admin, /templates, 公文模板, /site/templates.css",
        "admin, /templates/EXTENSION_REPLY, 公文模板, /site/templates.css",
        "supervision-office.310104, /intake, 举报受理台, /site/report.css",
        "supervision-office.310104, /intake/register, 举报受理台, /site/report.css",
        "supervision-office.310104, /intake/import, 举报受理台, /site/report.css"
    })
    void aPageBeginsAsAllDo(String account, String path, String brand, String sheet) {
        String page = new Visitor(duban).signedIn(account).get(path).body();

        assertThat(page)
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'self';", "noindex")
                .contains("href=\"#content\"", "> " + brand + "</a>", "href=\"" + sheet + "\"", account);
        assertThat(INLINE.matcher(page).find()).isFalse();
    }
}
