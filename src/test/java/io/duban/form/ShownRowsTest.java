package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duban.engine.Refusal;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every repeating list of every form: what was shown comes back, or is named as removed, or the submission is refused. */
class ShownRowsTest {

    private record ListOfForm(String form, FormSchema schema, JsonNode list) {

        String name() {
            return FormInputs.keyOf(list);
        }

        boolean removable() {
            return list.path("allowAddRemove").asBoolean();
        }

        @Override
        public String toString() {
            return form + " " + name();
        }
    }

    static Stream<ListOfForm> lists() {
        return FormFiles.all().stream().flatMap(file -> {
            FormSchema form = new FormSchema(file);
            return FormInputs.of(form.json().path("components")).stream()
                    .filter(each -> each.has("components"))
                    .map(list -> new ListOfForm(form.id(), form, list));
        });
    }

    @Test
    void theFormsHaveFourteenLists() {
        assertThat(lists()).hasSizeGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListIsFolded(ListOfForm each) {
        assertThat(each.list().path("disableCollapse").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void rowsThatAreFoldedAwayAreMissedByName(ListOfForm each) {
        assertThatThrownBy(() -> submit(each, rows(each, 1, 2, 3, 4, 5), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("原有 8 行，第 6 行、第 7 行、第 8 行既没有提交，也没有写明删除")
                .extracting(refusal -> ((Refusal) refusal).field())
                .isEqualTo(each.name());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListThatIsSentEmptyOrLeftOutIsMissed(ListOfForm each) {
        assertRule("rows-lost", () -> each.schema().check(Map.of(each.name(), List.of()), shown(each)));
        if (!List.of("decide-accountability").contains(each.form())) { // who does not agree chooses no sanctions
            assertRule("rows-lost", () -> each.schema().check(Map.of(), shown(each)));
        }
    }

    /** Nobody can make a list shorter than it was shown; what is more than it is too much from the hundred and first on. */
    @ParameterizedTest
    @MethodSource("lists")
    void aListThatWasShownWithMoreThanAHundredRowsComesBack(ListOfForm each) {
        int[] all = IntStream.rangeClosed(1, 101).toArray();
        Map<String, Object> shown = Map.of(each.name(), rows(each, all));
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("id", each.form());
        form.putArray("components").add(each.list());
        FormSchema alone = new FormSchema(form);
        assertThat(ruleOf(() -> alone.check(Map.of(each.name(), rows(each, all)), shown)))
                .as("what the rows lack is another matter")
                .isNotEqualTo("rows");
        List<Map<String, Object>> more = rows(each, all);
        more.add(new LinkedHashMap<>(Map.of("ref", "")));
        assertThat(ruleOf(() -> alone.check(Map.of(each.name(), more), shown))).isEqualTo("rows");
    }

    private static String ruleOf(ThrowingCallable submission) {
        Throwable thrown = catchThrowable(submission);
        return thrown instanceof Refusal refusal ? refusal.rule() : String.valueOf(thrown);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void rowsTakenOutOnPurposeAreNamed(ListOfForm each) {
        List<Map<String, Object>> six = rows(each, 1, 2, 4, 5, 6, 8);
        if (each.removable()) {
            assertThatCode(() -> ShownRows.of(each.list(), shown(each).get(each.name()))
                            .requireAccounted(six, List.of("3", "7")))
                    .doesNotThrowAnyException();
        }
        assertRule("rows-lost", () -> submit(each, six, List.of("3")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void newRowsDoNotStandForLostOnes(ListOfForm each) {
        List<Map<String, Object>> seven = rows(each, 1, 2, 3, 4, 5, 6, 7);
        seven.add(new LinkedHashMap<>(Map.of("ref", "")));
        assertRule("rows-lost", () -> submit(each, seven, List.of()));
    }

    @Test
    void whatBothCameBackAndWasRemovedIsRefusedAndSoIsARowNeverShown() {
        ListOfForm draft = lists().filter(each -> "draft-order".equals(each.form()))
                .findFirst()
                .orElseThrow();
        List<Map<String, Object>> all = rows(draft, 1, 2, 3, 4, 5, 6, 7, 8);
        assertRule("row-twice", () -> submit(draft, all, List.of("3")));
        assertRule("unknown-row", () -> submit(draft, all, List.of("9")));
        all.add(new LinkedHashMap<>(Map.of("ref", "77")));
        assertRule("unknown-row", () -> submit(draft, all, List.of()));
    }

    private static void submit(ListOfForm each, List<Map<String, Object>> rows, List<String> removed) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(each.name(), rows));
        if (each.removable()) {
            fields.put(ShownRows.removedKey(each.name()), removed);
        }
        each.schema().check(fields, shown(each));
    }

    private static Map<String, Object> shown(ListOfForm each) {
        List<Map<String, Object>> eight = new ArrayList<>(rows(each, 1, 2, 3, 4, 5, 6, 7, 8));
        if (RowReferences.isAdded(each.list())) {
            eight.forEach(row -> row.remove("ref"));
        }
        return Map.of(each.name(), eight);
    }

    private static List<Map<String, Object>> rows(ListOfForm each, int... references) {
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.of(references).forEach(one -> rows.add(new LinkedHashMap<>(Map.of("ref", String.valueOf(one)))));
        return rows;
    }

    private static void assertRule(String rule, ThrowingCallable submission) {
        assertThatThrownBy(submission)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
