package io.duban.lead;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** 文本相似度: how alike two summaries are, by the pairs of neighbouring characters they share (cosine, 0 to 1). */
final class Similarity {

    private Similarity() {}

    static double of(String one, String other) {
        Map<String, Integer> first = pairs(one);
        Map<String, Integer> second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        double shared = first.entrySet().stream()
                .mapToDouble(each -> each.getValue() * second.getOrDefault(each.getKey(), 0))
                .sum();
        return shared / (length(first) * length(second));
    }

    private static double length(Map<String, Integer> pairs) {
        return Math.sqrt(
                pairs.values().stream().mapToDouble(each -> each * each).sum());
    }

    private static Map<String, Integer> pairs(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
