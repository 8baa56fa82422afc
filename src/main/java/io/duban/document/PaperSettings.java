package io.duban.document;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 公文的设置: where LibreOffice is, and what stands in for type that is not installed.
 *
 * @param officeHome empty to look in the usual places
 * @param substitutes 字体替换表
 */
@ConfigurationProperties("duban.papers")
record PaperSettings(
        @DefaultValue("") String officeHome, @DefaultValue List<Substitute> substitutes) {

    /**
     * One typeface of the templates and what may stand in for it, the best first; {@code :bold} asks for the bold weight.
     */
    record Substitute(String font, List<String> by) {}
}
