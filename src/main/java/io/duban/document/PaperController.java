package io.duban.document;

import io.duban.document.PaperDesk.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 公文 over HTTP: the papers of a case, as DOCX and PDF, always as a file to be saved and never to be run. */
@RestController
class PaperController {

    private final PaperDesk desk;

    PaperController(PaperDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/cases/{id}/papers")
    List<Line> ofCase(@PathVariable String id) {
        return desk.of(id);
    }

    @GetMapping("/api/papers/{paper}")
    ResponseEntity<byte[]> docx(@PathVariable String paper) {
        return attachment(desk.docx(paper));
    }

    @GetMapping("/api/papers/{paper}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String paper) {
        return attachment(desk.pdf(paper));
    }

    /** 作废: {@code reason}; number and paper stay in the register. */
    @PostMapping("/api/papers/{paper}/void")
    Line voidPaper(@PathVariable String paper, @RequestBody Voiding voiding) {
        return desk.voidPaper(paper, voiding.reason() == null ? "" : voiding.reason());
    }

    static ResponseEntity<byte[]> attachment(PaperFile file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.content());
    }

    /** Why a paper is void (作废理由). */
    record Voiding(@Nullable String reason) {}
}
