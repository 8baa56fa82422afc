package io.duban.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 举证材料 over HTTP: hand in, list, download (always as an attachment), withdraw. */
@RestController
class EvidenceController {

    private final EvidenceFiles files;

    EvidenceController(EvidenceFiles files) {
        this.files = files;
    }

    @PostMapping("/api/cases/{id}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<Evidence>> keep(
            @PathVariable String id,
            @RequestParam Optional<String> problem,
            @RequestParam Optional<String> group,
            @RequestParam(required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        return Map.of("items", files.keep(id, uploads(id, problem, group, file)));
    }

    @GetMapping("/api/cases/{id}/evidence")
    Map<String, Object> list(@PathVariable String id) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("items", files.of(id));
        shown.put("scanned", files.isScanned());
        shown.put("megabytes", files.megabytes());
        files.rightsTo(id)
                .filter(rights -> rights.unit() != null && rights.closed() == null)
                .ifPresent(rights -> shown.put(
                        "upload",
                        Map.of(
                                "problems", rights.problems(),
                                "groups", rights.groups(),
                                "onlyForProblems", rights.onlyForProblems())));
        return shown;
    }

    @GetMapping("/api/evidence/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        EvidenceContent found = files.content(id);
        String name = ContentDisposition.attachment()
                .filename(found.evidence().fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.evidence().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(found.bytes());
    }

    @PostMapping("/api/evidence/{id}/withdraw")
    Evidence withdraw(@PathVariable String id, @RequestBody Map<String, Object> body) {
        return files.withdraw(id, Objects.toString(body.get("reason"), ""));
    }

    private static List<NewEvidence> uploads(
            String id, Optional<String> problem, Optional<String> group, @Nullable List<MultipartFile> given)
            throws IOException {
        List<NewEvidence> uploads = new ArrayList<>();
        for (MultipartFile each : given == null ? List.<MultipartFile>of() : given) {
            uploads.add(new NewEvidence(
                    id,
                    problem.filter(typed -> !typed.isBlank()).orElse(null),
                    group.filter(typed -> !typed.isBlank()).orElse(null),
                    Objects.requireNonNullElse(each.getOriginalFilename(), ""),
                    each.getBytes()));
        }
        return uploads;
    }
}
