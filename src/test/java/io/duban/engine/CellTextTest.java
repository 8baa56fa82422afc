package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    private static final String FORMULA_BEGINNINGS = "=+-@＝＋－＠−\t\r\n\0";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("=+-@＝＋－＠−\t\r\n\0' 　\u200b\u00a0abc督办1,;\"")
                .ofMaxLength(8);
    }

    @Property(tries = 5000)
    void noCellBeginsLikeAFormulaAndTakingOneApostropheAwayGivesTheTextBack(@ForAll("texts") String text) {
        String cell = CellText.csv(text);

        String visible = cell.replaceFirst("^[\\s\\p{Cf}\\u00a0\\u3000\\x00]+", "");
        assertThat(cell.isEmpty() || FORMULA_BEGINNINGS.indexOf(cell.charAt(0)) < 0)
                .isTrue();
        assertThat(visible.isEmpty() || FORMULA_BEGINNINGS.indexOf(visible.charAt(0)) < 0)
                .isTrue();
        assertThat(CellText.read(cell)).isEqualTo(text);
    }

    @Property
    void textThatBeginsWithALetterOrADigitStaysAsItIs(@ForAll("texts") String text) {
        assertThat(CellText.csv("督" + text)).isEqualTo("督" + text);
        assertThat(CellText.csv("1" + text)).isEqualTo("1" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86 138",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\0=1",
                "\0abc",
                " \0+1",
                "＝cmd|'/c calc'!A1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "\u3000=1",
                "'=1",
                "=HYPERLINK(\"http://x\")"
            })
    void whatASpreadsheetWouldReckonGetsAnApostrophe(String text) {
        assertThat(CellText.csv(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年第（1）号", "关于“A=B”的督办", "3-5 年级", "’引号’", "'普通撇号", "", "C++ 培训", "a@b", "《通知》", "（－）"})
    void honestTextIsNotTouched(String text) {
        assertThat(CellText.csv(text)).isEqualTo(text);
    }
}
