package io.duban.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which data the texts of a form show between double braces; the renderer reads those texts as Markdown and HTML. */
public final class FormTexts {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\p{L}\\p{N}_])[\\p{L}_][\\p{L}\\p{N}_]*");

    private FormTexts() {}

    /** The names in the texts of these components, those in groups and lists included. */
    public static Set<String> shownIn(JsonNode components) {
        Set<String> names = new TreeSet<>();
        for (JsonNode component : components) {
            if ("text".equals(component.path("type").asText())) {
                names.addAll(templated(component.path("text").asText()));
            }
            names.addAll(shownIn(component.path("components")));
        }
        return names;
    }

    /** The names all else of these components uses: as key, in a label, as data of a table or list, in a condition. */
    static Set<String> usedElsewhere(JsonNode components) {
        Set<String> names = new TreeSet<>();
        for (JsonNode component : components) {
            for (String property : Set.of("key", "path", "valuesKey")) {
                names.add(component.path(property).asText());
            }
            for (String property : Set.of("label", "description", "dateLabel")) {
                names.addAll(templated(component.path(property).asText()));
            }
            names.addAll(named(component.path("dataSource").asText()));
            names.addAll(named(component.path("conditional").path("hide").asText()));
            names.addAll(usedElsewhere(component.path("components")));
        }
        names.remove("");
        return names;
    }

    private static Set<String> templated(String text) {
        Set<String> names = new TreeSet<>();
        TEMPLATE.matcher(text).results().forEach(each -> names.addAll(named(each.group(1))));
        return names;
    }

    private static Set<String> named(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(QUOTED.matcher(expression).replaceAll("")).results().forEach(each -> names.add(each.group()));
        return names;
    }
}
