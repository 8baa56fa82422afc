package io.duban.organisation;

import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 单位 over HTTP: choosing a unit in a form, and the administrator's upload. */
@RestController
@RequestMapping("/api/units")
class UnitController {

    private final Organisations organisations;
    private final People people;
    private final UnitUpload upload;

    UnitController(Organisations organisations, People people, UnitUpload upload) {
        this.organisations = organisations;
        this.people = people;
        this.upload = upload;
    }

    /** One page by code; {@code next} is the value of {@code after} for the following page, null on the last one. */
    record Page(List<Unit> units, @Nullable String next) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable AdminLevel level,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var units = organisations.search(
                search,
                unit -> (level == null || unit.is(level)) && (parent == null || parent.equals(unit.parent())),
                after,
                limit);
        boolean full = units.size() == Organisations.bounded(limit);
        return new Page(units, full ? units.get(units.size() - 1).code() : null);
    }

    @GetMapping("/{code}")
    Unit one(@PathVariable String code) {
        return organisations.find(code).orElseThrow(() -> Refusal.notFound("单位不存在。", "There is no such unit."));
    }

    @PutMapping(consumes = "text/csv")
    UploadResult upload(InputStream body) throws IOException {
        people.requireAdmin();
        return upload.apply(UploadedTable.read(body, UnitLines.COLUMNS, UnitLines.OPTIONAL_COLUMNS));
    }
}
