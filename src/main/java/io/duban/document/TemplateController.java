package io.duban.document;

import io.duban.document.TemplateDesk.Listed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 公文模板与代字 over HTTP, for administrators; a template is the body of the request, not a form. */
@RestController
class TemplateController {

    private final TemplateDesk desk;

    TemplateController(TemplateDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/paper-templates")
    List<Listed> all() {
        return desk.all();
    }

    @GetMapping("/api/paper-templates/{kind}/versions/{version}")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable int version) {
        return PaperController.attachment(desk.file(kind, version));
    }

    @PutMapping("/api/paper-templates/{kind}")
    Listed replace(
            @PathVariable String kind, @RequestParam(defaultValue = "template.docx") String name, InputStream body)
            throws IOException {
        return desk.replace(kind, read(body), safe(name));
    }

    /** The sample's words in this template: a DOCX, or a PDF with {@code as=pdf}. */
    @PostMapping("/api/paper-templates/{kind}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String kind, @RequestParam(defaultValue = "docx") String as, InputStream body)
            throws IOException {
        return PaperController.attachment(desk.preview(kind, read(body), "pdf".equals(as)));
    }

    @GetMapping("/api/document-symbols/{unit}/{kind}")
    Symbol symbol(@PathVariable String unit, @PathVariable String kind) {
        return new Symbol(desk.symbol(unit, kind));
    }

    @PostMapping("/api/document-symbols/{unit}/{kind}")
    Symbol setSymbol(@PathVariable String unit, @PathVariable String kind, @RequestBody Symbol symbol) {
        return new Symbol(desk.setSymbol(unit, kind, symbol.symbol() == null ? "" : symbol.symbol()));
    }

    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(TemplatePackage.MOST_BYTES + 1);
    }

    /** A name to remember the file by; it is never used as a path. */
    static String safe(String name) {
        String plain = name.replaceAll("[^0-9A-Za-z\\u4e00-\\u9fa5 ._()（）〔〕《》-]", "_");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }

    /** 代字. */
    record Symbol(@Nullable String symbol) {}
}
