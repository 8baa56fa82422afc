package io.duban.engine;

import io.duban.model.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication.AbandonedRunException;

/** The models have been checked and nothing else was wanted: the application ends without having opened or changed anything. */
public final class ModelsChecked extends AbandonedRunException {

    private static final long serialVersionUID = 1L;

    private final boolean passed;
    private final String report;

    ModelsChecked(int files, List<Fault> faults) {
        this.passed = faults.isEmpty();
        this.report = report(files, faults);
    }

    /** 0 if the models may run, 1 if not. */
    public int exitCode() {
        return passed ? 0 : 1;
    }

    public String report() {
        return report;
    }

    /** Every fault on a line of its own. */
    static String report(int files, List<Fault> faults) {
        return faults.isEmpty()
                ? "模型检查通过：" + files + " 个文件。 The models may run: " + files + " files."
                : faults.stream()
                        .map(each -> System.lineSeparator() + "- " + each.line())
                        .collect(Collectors.joining(
                                "",
                                "模型检查未通过，共 " + faults.size() + " 处，未作任何更改。 The models must not run, " + faults.size()
                                        + " faults; nothing was changed.",
                                ""));
    }
}
