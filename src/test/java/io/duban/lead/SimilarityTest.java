package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void theSameWordsInAnotherOrderAreAlikeAndStrangersAreNot() {
        String one = "周末在商场四楼以科技素养名义补数学，一次收费三百元";
        assertThat(Similarity.of(one, one)).isCloseTo(1, within(1e-9));
        assertThat(Similarity.of(one, "商场四楼周末补数学，以科技素养为名，每次收三百元")).isGreaterThan(0.5);
        assertThat(Similarity.of(one, "小学三年级书面作业超过两小时")).isLessThan(0.1);
    }

    @Test
    void punctuationWidthAndCaseDoNotMatterAndTooShortTextsAreLikeNothing() {
        assertThat(Similarity.of("ＡＢ班，收费！", "ab班 收费")).isCloseTo(1, within(1e-9));
        assertThat(Similarity.of("", "收费")).isZero();
        assertThat(Similarity.of("收", "收")).isZero();
    }
}
