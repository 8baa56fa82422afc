package io.duban.reporter;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random text people can copy by hand (Crockford's base 32: no I, L, O, U); five bits in each character. */
final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    private Crockford() {}

    static String random(SecureRandom random, int length) {
        return IntStream.range(0, length)
                .mapToObj(each -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }

    /** In groups of four with hyphens, as it is shown. */
    static String grouped(String text) {
        return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What somebody typed, without hyphens and spaces, with the letters that look like digits read as digits. */
    static String read(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    static boolean isOne(String text) {
        return text.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
    }
}
