package io.duban.reporter;

import io.duban.form.Fields;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 举报人信息披露 over HTTP: ask, see what became of it, look once. */
@RestController
@RequestMapping("/api/disclosures")
class DisclosureController {

    private final Disclosures disclosures;

    DisclosureController(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /** 申请披露: {@code leadRef}, {@code purpose} (CONTACT, REPLY, PROTECTION, TRANSFER), {@code reason}. */
    @PostMapping
    ResponseEntity<Map<String, String>> request(@RequestBody Map<String, Object> body) {
        Fields fields = Fields.of(body, Map.of("leadRef", "线索编号", "purpose", "用途", "reason", "理由"));
        String id = disclosures.request(
                fields.text("leadRef"), DisclosurePurpose.named(fields.text("purpose")), fields.text("reason"));
        return ResponseEntity.created(URI.create("/api/disclosures/" + id)).body(Map.of("id", id));
    }

    /** What I have asked for. */
    @GetMapping
    List<Map<String, String>> mine() {
        return disclosures.mine().stream().map(DisclosureController::line).toList();
    }

    /** 披露台账 of the custodians of my unit. */
    @GetMapping("/log")
    List<Map<String, String>> log() {
        return disclosures.log().stream()
                .map(each -> Stream.concat(
                                line(each).entrySet().stream().filter(field -> !"leadRef".equals(field.getKey())),
                                Stream.of(
                                        Map.entry("requester", each.requester()),
                                        Map.entry("requesterUnit", each.requesterUnit())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList();
    }

    /** The one view; the answer is stored nowhere on its way. */
    @PostMapping("/{id}/view")
    ResponseEntity<Identity> view(@PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(disclosures.view(id));
    }

    private static Map<String, String> line(Disclosure each) {
        Map<String, String> line = new java.util.LinkedHashMap<>();
        line.put("id", each.id());
        line.put("leadRef", each.leadRef());
        line.put("purpose", each.purpose().name());
        line.put("purposeLabel", each.purpose().label());
        line.put("state", each.state().name());
        line.put("stateLabel", each.state().label());
        line.put("custodianUnit", each.custodianUnit());
        line.put("requestedAt", each.requestedAt().toString());
        each.decidedBy().ifPresent(by -> line.put("decidedBy", by));
        each.decidedAt().ifPresent(at -> line.put("decidedAt", at.toString()));
        each.viewUntil().ifPresent(at -> line.put("viewUntil", at.toString()));
        each.viewedAt().ifPresent(at -> line.put("viewedAt", at.toString()));
        return line;
    }
}
