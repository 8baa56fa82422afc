package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who opens an address in a browser and may not reads a page with a sentence and a way out, never bare JSON. */
class RefusalPagesTest extends EndToEnd {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
    private static final Pattern INLINE = Pattern.compile("<script|<style|\\sstyle=|\\son[a-z]+=");

    @ParameterizedTest
    @CsvSource({
        "supervision-office.310000, /cases/none, 404, 没有找到, /",
        "school-head.310104S001, /ledger, 403, 无权查看或办理, /",
        "school-head.310104S001, /engine-rest/task, 403, 换一个账号登录, /",
        "supervision-office.310000, /cases/a;b, 400, 地址写法不被接受, /",
        "supervision-office.310000, /camunda/api/engine/engine/default/task/none, 404, 没有找到, /",
        "supervision-office.310000, /nonsense, 404, 没有这个地址, /",
        "supervision-office.310000, /api/orders/none, 404, 没有找到, /",
        "'', /nonsense, 404, 没有这个地址, /",
        "'', /report/nonsense, 404, 回到举报首页, /report"
    })
    void aBrowserGetsAPage(String account, String path, int status, String words, String home) {
        HttpResponse<String> page = opened(account, path, BROWSER);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains(words, "href=\"" + home + "\"", "没有任何内容因此改变");
        assertThat(INLINE.matcher(page.body()).find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "supervision-office.310000, /cases/none, 404",
        "school-head.310104S001, /ledger, 403",
        "'', /nonsense, 404"
    })
    void aProgramGetsTheDetail(String account, String path, int status) {
        HttpResponse<String> answer = opened(account, path, "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Duban.json(answer.body()).path("detailEn").asText()).isNotBlank();
    }

    @Test
    void thePageThatReportersGetSetsNoCookie() {
        assertThat(opened("", "/report/nonsense", BROWSER).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private HttpResponse<String> opened(String account, String path, String accept) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(duban.address() + path)).header("Accept", accept);
        if (!account.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8)));
        }
        return Duban.exchanged(HttpClient.newHttpClient(), request.build());
    }
}
