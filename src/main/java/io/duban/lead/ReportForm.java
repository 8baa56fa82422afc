package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Identity;
import io.duban.reporter.NewAttachment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of {@code /report} (举报表单), as it was typed; prints nothing.
 *
 * @param unitSearch the words by which a unit was looked for, kept with the report when none was chosen
 * @param x7 a field people do not see; programs fill it in, and now and then a browser does, so it refuses nobody
 */
record ReportForm(
        @Nullable String unit,
        @Nullable String unitSearch,
        @Nullable String category,
        @Nullable String text,
        @Nullable String named,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String x7) {

    static final ReportForm EMPTY = new ReportForm(null, null, null, null, null, null, null, null, null);

    private static final String BASIS = "设计参数：举报表单";
    private static final int SHORTEST = 10;

    public boolean isNamed() {
        return "yes".equals(named);
    }

    /** Whether a program may have filled the form in. */
    boolean isSuspicious() {
        return given(x7).isPresent();
    }

    Optional<String> chosenUnit() {
        return given(unit);
    }

    public String searched() {
        return given(unitSearch).orElse("");
    }

    Optional<ProblemCategory> chosenCategory() {
        return given(category)
                .map(code -> Stream.of(ProblemCategory.values())
                        .filter(each -> each.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(
                                "category", "option", "B04", "请从列表中选择问题类别。", "Choose a category from the list.")));
    }

    /** What goes into the vault; refuses what a report cannot be without. */
    ReportText report(List<NewAttachment> files) {
        String said = given(text).orElse("");
        if (said.length() < SHORTEST) {
            throw Refusal.of(
                    "text",
                    "required",
                    BASIS,
                    "请写明发生了什么（至少 " + SHORTEST + " 个字）：时间、地点、人员、收费、经过。",
                    "Say what happened, in at least ten characters.");
        }
        String unlisted = chosenUnit().isEmpty() && !searched().isEmpty() ? "【举报人填写的单位】" + searched() + "\n\n" : "";
        return new ReportText(identity(), unlisted + said, files);
    }

    private Optional<Identity> identity() {
        if (!isNamed() && !"no".equals(named)) {
            throw Refusal.of(
                    "named", "required", BASIS, "请选择匿名或者实名。", "Choose whether the report is anonymous or named.");
        }
        if (!isNamed()) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                given(name).orElse(""), given(phone).orElse(""), Optional.empty(), Optional.empty(), given(email)));
    }

    private static Optional<String> given(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(each -> !each.isEmpty());
    }

    @Override
    public String toString() {
        return "ReportForm[…]";
    }
}
