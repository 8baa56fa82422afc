package io.duban.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * 办理记录 of one step about one part of a case: what stands and what stood before it.
 *
 * @param title the step, and what it is about where it is about one part
 * @param older earlier versions, the newest of them first
 */
record RecordGroup(String title, EntryView newest, List<EntryView> older) {

    RecordGroup {
        older = List.copyOf(older);
    }

    /**
     * The records of one case by step, in the order in which their newest versions were typed.
     *
     * @param kind what to put before each title, e.g. which interview it was; may be empty
     */
    static List<RecordGroup> of(List<EntryView> records, String kind) {
        Map<List<Object>, List<EntryView>> steps = new LinkedHashMap<>();
        records.forEach(each -> steps.computeIfAbsent(
                        List.of(each.caseId(), each.step(), String.valueOf(each.part())), any -> new ArrayList<>())
                .add(0, each));
        Function<List<EntryView>, RecordGroup> grouped = versions ->
                new RecordGroup(title(versions.get(0), kind), versions.get(0), versions.subList(1, versions.size()));
        return steps.values().stream()
                .map(grouped)
                .sorted((one, other) ->
                        one.newest().at().compareTo(other.newest().at()))
                .toList();
    }

    List<EntryView> versions() {
        List<EntryView> all = new ArrayList<>(List.of(newest));
        all.addAll(older);
        return all;
    }

    private static String title(EntryView record, String kind) {
        return kind + record.stepLabel() + (record.about() == null ? "" : " · " + record.about());
    }
}
