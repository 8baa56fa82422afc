package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows a repeating list showed, held against those that came back: a row that is neither there nor named as removed
 * has been lost on the way, and what was lost must not count as deleted.
 *
 * @param name the list's key, e.g. {@code problems}
 * @param ours whether the references are ours; a capability that shows its own knows better what to say of a wrong one
 */
record ShownRows(String name, String label, boolean ours, List<String> references) {

    static ShownRows of(JsonNode list, @Nullable Object shown) {
        List<String> references = new ArrayList<>();
        if (shown instanceof List<?> rows) {
            for (Object row : RowReferences.numbered(rows)) {
                if (row instanceof Map<?, ?> fields) {
                    references.add(String.valueOf(fields.get(RowReferences.KEY)));
                }
            }
        }
        String name = FormInputs.keyOf(list);
        return new ShownRows(name, list.path("label").asText(name), RowReferences.isAdded(list), references);
    }

    /** The field that names the removed rows, e.g. {@code removedProblems}. */
    static String removedKey(String list) {
        return "removed" + Character.toUpperCase(list.charAt(0)) + list.substring(1);
    }

    /**
     * Holds a list of a submission against what was shown, and takes what was said of its removed rows out of it. Only a
     * list whose rows nobody can remove and in which nothing has to be filled in may be left out as a whole.
     */
    static void requireAll(JsonNode input, Map<String, Object> submitted, Supplier<Map<String, Object>> shown) {
        if (!"dynamiclist".equals(input.path("type").asText())) {
            return;
        }
        String name = FormInputs.keyOf(input);
        boolean changes = input.path("allowAddRemove").asBoolean();
        if (!changes && submitted.get(name) == null && !asksForSomething(input)) {
            return;
        }
        Object removed = changes ? submitted.remove(removedKey(name)) : null;
        List<?> sent = submitted.get(name) instanceof List<?> list ? list : List.of();
        of(input, shown.get().get(name)).requireAccounted(sent, removed);
    }

    /** What was shown may come back, however many rows it has; nobody has to take any out. */
    static int most(JsonNode input, Supplier<Map<String, Object>> shown, int usual) {
        return shown.get().get(FormInputs.keyOf(input)) instanceof List<?> rows ? Math.max(usual, rows.size()) : usual;
    }

    /** Everything the form shows in any row of this list, e.g. words a row repeats; a row sends it back with what was typed. */
    static Map<String, Object> fields(JsonNode input, Supplier<Map<String, Object>> shown) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (shown.get().get(FormInputs.keyOf(input)) instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> fields) {
                    fields.forEach((key, value) -> all.put(String.valueOf(key), value));
                }
            }
        }
        return all;
    }

    private static boolean asksForSomething(JsonNode list) {
        return FormInputs.of(list.path("components")).stream()
                .anyMatch(each -> each.path("validate").path("required").asBoolean());
    }

    /**
     * Compares what was shown with what came back.
     *
     * @param sent the rows that came back; rows of a program that name no reference at all stand for shown rows in their
     *     order, those with an empty one are new
     * @param removed the references of the rows taken out on purpose
     * @throws Refusal naming the rows nobody accounts for, or those named twice or never shown
     */
    void requireAccounted(List<?> sent, @Nullable Object removed) {
        Set<String> open = new LinkedHashSet<>(references);
        long unnamed = 0;
        for (int i = 0; i < sent.size(); i++) {
            if (!(sent.get(i) instanceof Map<?, ?> fields) || !fields.containsKey(RowReferences.KEY)) {
                unnamed++;
            } else if (isReference(fields.get(RowReferences.KEY)) && !open.remove(referenceOf(fields))) {
                if (!ours) {
                    return;
                }
                throw notOpen(name + "[" + i + "]." + RowReferences.KEY, referenceOf(fields));
            }
        }
        for (String reference : removedOf(removed)) {
            if (!open.remove(reference)) {
                throw notOpen(removedKey(name), reference);
            }
        }
        List<String> lost = open.stream().skip(unnamed).toList();
        if (!lost.isEmpty()) {
            throw lost(lost);
        }
    }

    private Refusal lost(List<String> lost) {
        String places = lost.stream()
                .map(each -> "第 " + (references.indexOf(each) + 1) + " 行")
                .collect(Collectors.joining("、"));
        return Refusal.of(
                name,
                "rows-lost",
                "填报不丢失（设计决定）",
                "“" + label + "”原有 " + references.size() + " 行，" + places
                        + "既没有提交，也没有写明删除。请刷新页面后重新填写；确要删除的，用行旁的删除按钮（接口提交写入 " + removedKey(name) + "）。",
                name + " showed " + references.size() + " rows; these came neither back nor as removed: "
                        + String.join(", ", lost) + ". Reload and fill in again, or name them in " + removedKey(name)
                        + ".");
    }

    /** A reference that is not, or no longer, open: named twice, or never shown. */
    private Refusal notOpen(String field, String reference) {
        boolean twice = references.contains(reference);
        return Refusal.of(
                field,
                twice ? "row-twice" : "unknown-row",
                "填报不丢失（设计决定）",
                "“" + label + "”的行号 " + reference + (twice ? " 出现了两次（重复提交，或既提交又删除）" : " 不在原表中") + "，请刷新页面后重新填写。",
                "Row " + reference + " of " + name
                        + (twice ? " is named twice, or both back and removed." : " was not shown.")
                        + " Reload and fill in again.");
    }

    private List<String> removedOf(@Nullable Object removed) {
        if (removed == null) {
            return List.of();
        }
        if (!(removed instanceof List<?> list)) {
            throw InputRule.refusal(removedKey(name), "rows", label, "删除的行应为行号列表", "must be a list of row references");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static String referenceOf(Map<?, ?> row) {
        return String.valueOf(row.get(RowReferences.KEY));
    }

    private static boolean isReference(@Nullable Object reference) {
        return reference != null && !reference.toString().isBlank();
    }
}
