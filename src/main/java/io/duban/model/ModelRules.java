package io.duban.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules together, over all models, tables and forms that are to run. */
public final class ModelRules {

    private static final List<ModelCheck> OURS = List.of(
            new IdRules(),
            new FlowRules(),
            new ConditionRules(),
            new TaskRules(),
            new ReferenceRules(),
            new TableRules());

    private ModelRules() {}

    /**
     * Looks through the whole set.
     *
     * @param files the files by name
     * @param more what other rooms check
     * @return every fault found; empty if the set may run
     */
    public static List<Fault> check(Map<String, byte[]> files, Known known, List<ModelCheck> more) {
        Faults faults = new Faults();
        check(ModelSet.read(files, known.grammar(), faults), known, more, faults);
        return faults.all();
    }

    static void check(ModelSet models, Known known, List<ModelCheck> more, Faults faults) {
        Stream.concat(OURS.stream(), more.stream()).forEach(each -> each.check(models, known, faults));
    }
}
