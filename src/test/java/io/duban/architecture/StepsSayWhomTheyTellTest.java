package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.casework.Told;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** 告知范围: a step at which people type says whom it tells, and what lies in the vault is marked in its form. */
class StepsSayWhomTheyTellTest {

    @Test
    void everyTaskAndStartFormDeclaresWhomItTells() {
        assertThat(Model.PROCESSES.stream().flatMap(StepsSayWhomTheyTellTest::steps))
                .hasSizeGreaterThan(45)
                .allSatisfy(step -> assertThat(Told.of(told(step)))
                        .as(step.getAttribute("id") + " without a property 'told' is read by nobody but its issuer")
                        .isPresent());
    }

    @Test
    void whatLiesInTheVaultIsMarkedInItsFormAndNothingElseIs() throws IOException {
        Properties kept = new Properties();
        try (var in = StepsSayWhomTheyTellTest.class.getResourceAsStream("/text-columns.properties")) {
            kept.load(in);
        }
        Set<String> vault = kept.stringPropertyNames().stream()
                .filter(each -> kept.getProperty(each).contains("vault"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> marked = new TreeSet<>();
        Form.ALL.forEach(form -> marked(form.name(), form.root().path("components"), marked));

        assertThat(marked).isNotEmpty().isEqualTo(vault);
    }

    private static void marked(String path, JsonNode components, Set<String> found) {
        for (JsonNode each : components) {
            marked(each.has("path") ? path + "." + each.path("path").asText() : path, each.path("components"), found);
            if ("vault".equals(each.path("properties").path("secret").asText())) {
                found.add(path + "." + each.path("key").asText());
            }
        }
    }

    private static Stream<Element> steps(Model model) {
        return Stream.concat(
                model.elements("userTask"),
                model.elements("startEvent")
                        .filter(start -> !Model.camunda(start, "formRef").isEmpty()));
    }

    private static String told(Element step) {
        return Model.children(step, "property")
                .filter(each -> "told".equals(each.getAttribute("name")))
                .map(each -> each.getAttribute("value"))
                .findFirst()
                .orElse("");
    }
}
