package io.duban.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormSchemaPropertyTest {

    private static final List<FormSchema> FORMS = forms();
    private static final List<String> KEYS = List.of(
            "name",
            "note",
            "phone",
            "reason",
            "decision",
            "days",
            "masked",
            "unit",
            "forms",
            "until",
            "problems",
            "ref",
            "text",
            "due",
            "title");

    @Property(tries = 2_000)
    void whateverIsSentIsTakenOrRefused(@ForAll("bodies") Map<String, Object> body) {
        check(Typed.FORM, body);
    }

    @Property(tries = 1_000)
    void whateverIsSentToARealFormIsTakenOrRefused(@ForAll("fillings") Filling filling) {
        check(filling.form(), filling.body());
    }

    /** One of the forms of the application, filled in at random. */
    record Filling(FormSchema form, Map<String, Object> body) {}

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return Arbitraries.maps(Arbitraries.oneOf(Arbitraries.of(KEYS), Arbitraries.strings()), values())
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Filling> fillings() {
        return Arbitraries.of(FORMS)
                .flatMap(form ->
                        Arbitraries.maps(Arbitraries.of(keys(form)), values()).map(body -> new Filling(form, body)));
    }

    private static void check(FormSchema form, Map<String, Object> body) {
        try {
            Fields fields = form.check(body, Map.of("title", "标题"));
            body.keySet().forEach(fields::optionalText);
        } catch (Refusal refusal) {
            if (refusal.field() == null || refusal.getMessage() == null) {
                throw new AssertionError("a refusal names its field", refusal);
            }
        }
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(each -> each),
                Arbitraries.of(
                        "ISSUE", "A", "310104", "2026-12-01", "2026-02-30", "true", "-1", "1e400", "\0", "\ud800"),
                Arbitraries.integers().map(each -> each),
                Arbitraries.doubles().map(each -> each),
                Arbitraries.of(true, false),
                Arbitraries.just(null));
        return Arbitraries.lazyOf(
                () -> plain,
                () -> plain,
                () -> plain.list().ofMaxSize(4).map(each -> each),
                () -> Arbitraries.maps(Arbitraries.of(KEYS), plain).ofMaxSize(4).map(each -> each),
                () -> Arbitraries.maps(Arbitraries.of(KEYS), plain)
                        .ofMaxSize(4)
                        .list()
                        .ofMaxSize(4)
                        .map(each -> each));
    }

    private static List<String> keys(FormSchema form) {
        var keys = new ArrayList<String>();
        form.json().findValuesAsText("key", keys);
        form.json().findValuesAsText("path", keys);
        keys.add("other");
        return keys;
    }

    private static List<FormSchema> forms() {
        try (var files = Files.list(Path.of("forms"))) {
            var forms = new ArrayList<FormSchema>();
            for (Path each : files.sorted().toList()) {
                forms.add(new FormSchema(new ObjectMapper().readTree(each.toFile())));
            }
            return forms;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
