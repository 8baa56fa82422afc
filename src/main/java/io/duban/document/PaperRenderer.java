package io.duban.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.render.compute.RenderDataCompute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Fills a template (套打) with plain words. A tag is a name and nothing else: no expression is evaluated, no picture,
 * file or other template is fetched, whatever stands in template or values.
 */
@Component
class PaperRenderer {

    /** The tag in the head of the table whose second row is repeated. */
    static final String ROWS = "明细";

    /** 〔汉字、字母、数字〕: what a tag may be called. */
    static final String TAG_NAME = "[0-9A-Za-z_\\u4e00-\\u9fa5]+";

    private static final char PLAIN = '\0';

    /** The template's bytes with every tag filled in and neutral document properties. */
    byte[] fill(byte[] template, Map<String, String> values, List<Map<String, String>> rows) {
        try {
            return NeutralFile.of(parts(template, values, rows));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same with a place that is left for the number, which is known last. */
    LaidOut layOut(byte[] template, Map<String, String> values, List<Map<String, String>> rows) {
        String place = "number-" + UUID.randomUUID();
        Map<String, String> words = new HashMap<>(values);
        words.put(PaperKind.NUMBER, place);
        return new LaidOut(parts(template, words, rows), place);
    }

    private static Map<String, byte[]> parts(
            byte[] template, Map<String, String> values, List<Map<String, String>> rows) {
        var words = new PlainText();
        try (var filled = XWPFTemplate.compile(new ByteArrayInputStream(template), plain(words))) {
            filled.render(new Words(values, rows));
            words.leaveOutLinesWithoutCopies();
            return NeutralFile.parts(filled.getXWPFDocument());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Configure plain(PlainText words) {
        Configure plain = Configure.builder()
                .buildGrammerRegex(TAG_NAME)
                .setRenderDataComputeFactory(model -> lookUp(model.getRoot()))
                .bind(ROWS, new LoopRowTableRenderPolicy())
                .build();
        plain.getDefaultPolicys().clear();
        return plain.plugin(PLAIN, words);
    }

    private static RenderDataCompute lookUp(Object root) {
        return tag -> root instanceof Words words ? words.of(tag) : root instanceof Map<?, ?> row ? row.get(tag) : null;
    }

    private record Words(Map<String, String> values, List<Map<String, String>> rows) {

        Object of(String tag) {
            return ROWS.equals(tag) ? rows : values.getOrDefault(tag, "");
        }
    }
}
