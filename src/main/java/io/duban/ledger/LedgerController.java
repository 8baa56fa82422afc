package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.ledger.LedgerSearch.Place;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 台账 over HTTP: rows, figures, exports. Filters: {@code kind} (ORDER, PROBLEM), {@code unit}, {@code instrument},
 * {@code category}, {@code state}, {@code overdue}, {@code from} and {@code to} (months of issue), {@code signedOff},
 * {@code relapsed}.
 */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private static final int MOST = 100;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ledger ledger;
    private final LedgerStatistics statistics;
    private final LedgerExports exports;
    private final ExportProgress progress;
    private final WantedReader reader;
    private final Organisations organisations;
    private final People people;

    LedgerController(
            Ledger ledger,
            LedgerStatistics statistics,
            LedgerExports exports,
            ExportProgress progress,
            WantedReader reader,
            Organisations organisations,
            People people) {
        this.ledger = ledger;
        this.statistics = statistics;
        this.exports = exports;
        this.progress = progress;
        this.reader = reader;
        this.organisations = organisations;
        this.people = people;
    }

    /** One page; {@code next} is where the following one begins ({@code after}). How many rows there are, the figures say. */
    @GetMapping
    Map<String, Object> rows(
            @RequestParam Map<String, String> filter,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "20") int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.of("size", "page", "Q2", "每页 1 至 100 行。", "A page holds 1 to 100 rows.");
        }
        Place place = after.map(LedgerController::place).orElse(null);
        return ledger.together(() -> {
            Asked asked = ledger.ask(reader.read(filter));
            return page(asked, ledger.page(asked, place, size), size);
        });
    }

    private Map<String, Object> page(Asked asked, List<LedgerLine> found, int size) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                found.stream()
                        .limit(size)
                        .map(line -> LedgerRow.of(line, organisations, asked.today()))
                        .toList());
        if (found.size() > size) {
            LedgerLine last = found.get(size - 1);
            page.put("next", new Place(last.month().toString(), last.id()).toString());
        }
        return page;
    }

    static Place place(String written) {
        if (!written.matches("\\d{4}-\\d{2}\\.\\d{1,18}")) {
            throw Refusal.of(
                    "after", "place", "Q2", "翻页位置无法识别，请从第一页开始。", "This is no place in the ledger; begin anew.");
        }
        return new Place(written.substring(0, 7), Long.parseLong(written.substring(8)));
    }

    /** Figures by district, instrument, category and month; each names the query of the rows it counts. */
    @GetMapping("/figures")
    Statistics figures(@RequestParam Map<String, String> filter) {
        return ledger.together(() -> statistics.of(ledger.ask(reader.read(filter))));
    }

    @GetMapping("/export.xlsx")
    void xlsx(
            @RequestParam Map<String, String> filter,
            @RequestParam(defaultValue = "") String progressName,
            HttpServletResponse response) {
        send(filter, progressName, response, "xlsx", XLSX, XlsxLedger::new);
    }

    @GetMapping("/export.csv")
    void csv(
            @RequestParam Map<String, String> filter,
            @RequestParam(defaultValue = "") String progressName,
            HttpServletResponse response) {
        send(filter, progressName, response, "csv", "text/csv;charset=UTF-8", CsvLedger::new);
    }

    private void send(
            Map<String, String> filter,
            String name,
            HttpServletResponse response,
            String ending,
            String type,
            Function<OutputStream, LedgerFile> format) {
        Wanted wanted = reader.read(filter);
        ExportProgress.Running running = progress.begin(name, people.current().id());
        boolean whole = false;
        try {
            exports.write(
                    wanted,
                    total -> {
                        running.total(total);
                        response.setContentType(type);
                        response.setHeader("X-Row-Count", String.valueOf(total));
                        response.setHeader(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("ledger-" + wanted.kind() + "." + ending)
                                        .build()
                                        .toString());
                        return format.apply(stream(response));
                    },
                    running.written);
            whole = true;
        } finally {
            running.ended(whole);
        }
    }

    private static OutputStream stream(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** How far an export of one's own is: rows written, of how many, and whether it goes on. */
    @GetMapping("/exports/{name}")
    Map<String, @Nullable Object> progress(@PathVariable String name) {
        ExportProgress.Running running = progress.of(name, people.current().id());
        return Map.of("written", running.written.get(), "total", running.total(), "state", running.state());
    }
}
