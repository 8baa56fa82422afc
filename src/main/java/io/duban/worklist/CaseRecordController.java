package io.duban.worklist;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 办理记录 over HTTP. */
@RestController
class CaseRecordController {

    private final CaseRecords records;

    CaseRecordController(CaseRecords records) {
        this.records = records;
    }

    @Operation(
            summary = "办理记录：一个案件每一步、每一次填写的内容",
            description = "Every version of everything typed at the steps of a case, the oldest first, as far as the"
                    + " person may read it. `lines` are the labelled fields, `content` the fields by their keys;"
                    + " `round` below `latestRound` was followed by a newer version. What lies in the reporter vault is"
                    + " not in it.")
    @GetMapping("/api/cases/{id}/entries")
    List<EntryView> entries(@PathVariable String id) {
        return records.required(id);
    }
}
