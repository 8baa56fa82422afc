package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.order.Instrument;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the parameters of a page, an export or a saved view; what cannot be asked is refused by its field. */
@Component
class WantedReader {

    private final Organisations organisations;

    WantedReader(Organisations organisations) {
        this.organisations = organisations;
    }

    Wanted read(Map<String, String> given) {
        EntryKind kind = option(given, "kind", EntryKind.values()).orElse(EntryKind.ORDER);
        Optional<ProblemCategory> category = option(given, "category", ProblemCategory.values());
        if (category.isPresent() && kind == EntryKind.ORDER) {
            throw Refusal.of(
                    "category",
                    "category-of-problems",
                    "B04",
                    "一份督办单可有多个类别的问题，按类别筛选请改看“问题”台账（kind=PROBLEM）。",
                    "An order may name problems of several categories; ask for kind=PROBLEM.");
        }
        Optional<YearMonth> from = month(given, "from");
        Optional<YearMonth> to = month(given, "to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.of("to", "period", "台账筛选", "截止月份不得早于起始月份，请改填。", "The period ends before it begins.");
        }
        return new Wanted(
                kind,
                text(given, "unit").map(code -> unit(code).code()),
                option(given, "instrument", Instrument.values()),
                category,
                text(given, "state").map(code -> StateWanted.find(kind, code).orElseThrow(() -> unknown("state"))),
                option(given, "overdue", Lateness.values()),
                from,
                to,
                "true".equals(given.get("signedOff")),
                "true".equals(given.get("relapsed")));
    }

    private Unit unit(String code) {
        return organisations
                .find(code)
                .orElseThrow(() -> Refusal.of(
                        "unit",
                        "unknown-unit",
                        "unit-list",
                        "单位“" + (code.length() > 20 ? code.substring(0, 20) + "…" : code) + "”不存在，请从单位列表中选择。",
                        "There is no such unit; choose one from the list."));
    }

    private static Optional<YearMonth> month(Map<String, String> given, String field) {
        try {
            return text(given, field).map(YearMonth::parse);
        } catch (DateTimeException unreadable) {
            throw Refusal.of(field, "month", "台账筛选", "月份请写成 2026-10 的样子。", "Write the month as 2026-10.");
        }
    }

    private static <E extends Enum<E>> Optional<E> option(Map<String, String> given, String field, E[] options) {
        return text(given, field)
                .map(name -> Stream.of(options)
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(field)));
    }

    private static Refusal unknown(String field) {
        return Refusal.of(
                field, "option", "台账筛选", "筛选项“" + field + "”没有这个取值，请从列表中选择。", "There is no such option to filter by.");
    }

    private static Optional<String> text(Map<String, String> given, String field) {
        return Optional.ofNullable(given.get(field)).map(String::strip).filter(each -> !each.isEmpty());
    }
}
