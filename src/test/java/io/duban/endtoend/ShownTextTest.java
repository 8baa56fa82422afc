package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eye that looks at screens sees what became more than text. */
class ShownTextTest {

    @Test
    void textsAndAttributesOfAPageAreReadAsABrowserReadsThem() {
        assertThat(seen("html", "<p title='&lt;甲&gt;'>&lt;b&gt;乙 &amp;lt;</p>")).containsExactly("<甲>", "<b>乙 &lt;");
        assertThat(seen("html", "<p>甲<b>乙</b>丙</p>")).as("markup parts a text").doesNotContain("甲<b>乙</b>丙");
    }

    @ParameterizedTest
    @CsvSource({
        "html, <p onmouseover='alert(1)'>x</p>",
        "html, <a href='https://outside.example'>x</a>",
        "html, <a href='javascript:alert(1)'>x</a>",
        "html, <p><!-- 〔0001号话〕 --></p>",
        "csv, =HYPERLINK(1)",
        "csv, ' +1'",
        "csv, @SUM(1)"
    })
    void whatBecameMoreIsNoticed(String kind, String content) {
        assertThatThrownBy(() -> seen(kind, content)).isInstanceOf(AssertionError.class);
    }

    private static List<String> seen(String kind, String content) {
        return ShownText.of("here", kind, content.getBytes(StandardCharsets.UTF_8));
    }
}
