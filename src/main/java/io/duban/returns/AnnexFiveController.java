package io.duban.returns;

import io.duban.form.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 附件5 over HTTP: read, fill in, list what a figure counts, take away as a workbook. */
@RestController
@RequestMapping("/api/returns/")
class AnnexFiveController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final AnnexFive returns;
    private final AnnexFiveRows rows;

    AnnexFiveController(AnnexFive returns, AnnexFiveRows rows) {
        this.returns = returns;
        this.rows = rows;
    }

    @GetMapping("annex-5")
    Map<String, Object> read(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return body(returns.of(unit, new ReturnPeriod(from, to)));
    }

    /** What the unit types: the fields of the page, {@code stages} (problem, stage) and the {@code version} it was read in. */
    @PutMapping("annex-5")
    Map<String, Object> fill(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestBody Map<String, Object> typed) {
        ReturnPeriod period = new ReturnPeriod(from, to);
        returns.fill(unit, period, Fields.of(typed));
        return body(returns.of(unit, period));
    }

    /** One page of the rows behind a figure, e.g. {@code figure=problems.primary}. */
    @GetMapping("annex-5/rows")
    CountedRows rows(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam String figure,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return rows.of(unit, new ReturnPeriod(from, to), CellKey.parse(figure), page, size);
    }

    @GetMapping("annex-5.xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        AnnexFiveReturn shown = returns.of(unit, new ReturnPeriod(from, to));
        String name = URLEncoder.encode(shown.title() + ".xlsx", StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"annex-5.xlsx\"; filename*=UTF-8''" + name.replace("+", "%20"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(AnnexFiveWorkbook.of(shown));
    }

    private static Map<String, Object> body(AnnexFiveReturn shown) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("unit", shown.unit().code());
        body.put("unitName", shown.unit().name());
        body.put("from", shown.period().from());
        body.put("to", shown.period().to());
        body.put("figures", shown.cells().named());
        body.put("mainProblems", shown.mainProblems());
        body.put("checks", shown.checks());
        body.put("own", shown.own().map(AnnexFiveController::own).orElse(null));
        body.put("version", shown.version());
        body.put("mayFill", shown.mayFill());
        body.put(
                "withoutStage",
                shown.ofBothStages().stream()
                        .filter(each -> !shown.stages().containsKey(each.id()))
                        .map(each -> Map.of("problem", each.id(), "description", each.description()))
                        .toList());
        body.put("subordinates", shown.subordinates());
        body.put("notFilled", notFilled(shown));
        return body;
    }

    private static List<String> notFilled(AnnexFiveReturn shown) {
        return shown.subordinates().stream()
                .filter(each -> !each.filled())
                .map(AnnexFiveReturn.Subordinate::unit)
                .toList();
    }

    private static Map<String, Object> own(FilledIn filled) {
        Map<String, Object> own = new LinkedHashMap<>(TypedValues.of(filled.typed()));
        own.put("filledBy", filled.filledBy());
        own.put("filledAt", filled.filledAt());
        return own;
    }
}
