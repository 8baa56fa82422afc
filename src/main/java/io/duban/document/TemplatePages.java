package io.duban.document;

import io.duban.engine.Refusal;
import io.duban.organisation.People;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 公文模板管理 on a page: an administrator takes a template, uploads another, looks at the preview, takes it into force. */
@Controller
@RequestMapping("/templates")
class TemplatePages {

    private final TemplateDesk desk;
    private final TemplateDrafts drafts;
    private final PaperPdf pdf;
    private final People people;
    private final Clock clock;

    TemplatePages(TemplateDesk desk, TemplateDrafts drafts, PaperPdf pdf, People people, Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.pdf = pdf;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("kinds", desk.all());
        return page("document/templates", model);
    }

    @GetMapping("/{kind}")
    String one(@PathVariable String kind, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done);
        return shown(kind, model);
    }

    /** Without a file the answer says so; a file that is refused leaves everything as it was. */
    @PostMapping("/{kind}/draft")
    String upload(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            drafts.put(kind, bytes(file), TemplateController.safe(name));
            return "redirect:/templates/" + kind + "?done=checked#h-draft";
        } catch (Refusal refusal) {
            return refused(kind, refusal, response, model);
        }
    }

    /** The sample's words in what waits: a DOCX, or a PDF with {@code as=pdf}. */
    @GetMapping("/{kind}/draft")
    ResponseEntity<byte[]> sample(@PathVariable String kind, @RequestParam(defaultValue = "docx") String as) {
        return PaperController.attachment(drafts.sample(kind, "pdf".equals(as)));
    }

    @PostMapping("/{kind}/enable")
    String enable(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletResponse response,
            Model model) {
        try {
            drafts.enable(kind, sha256, seen);
            return "redirect:/templates/" + kind + "?done=enabled";
        } catch (Refusal refusal) {
            return refused(kind, refusal, response, model);
        }
    }

    @PostMapping("/{kind}/drop")
    String drop(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String sha256,
            HttpServletResponse response,
            Model model) {
        try {
            drafts.drop(kind, sha256);
            return "redirect:/templates/" + TemplateDesk.kind(kind) + "?done=dropped";
        } catch (Refusal refusal) {
            return refused(kind, refusal, response, model);
        }
    }

    /** Whoever may not be here, or asks for a kind there is not, is refused again while the page is put together. */
    private String refused(String kind, Refusal refusal, HttpServletResponse response, Model model) {
        String page = shown(kind, model);
        response.setStatus(refusal.status().value());
        model.addAttribute("refusal", refusal.getMessage());
        model.addAttribute("basis", refusal.basis());
        return page;
    }

    private String shown(String kind, Model model) {
        TemplateDesk.Listed shown = desk.of(kind);
        model.addAttribute("shown", shown);
        model.addAttribute("needed", TemplateCheck.needed(shown.kind()));
        model.addAttribute("optional", TemplateCheck.optional(shown.kind()));
        model.addAttribute("next", shown.inForce() + 1);
        model.addAttribute("draft", drafts.of(kind).orElse(null));
        model.addAttribute("pdf", pdf.isAvailable());
        return page("document/template", model);
    }

    private String page(String name, Model model) {
        model.addAttribute("person", people.current().id());
        model.addAttribute("zone", clock.getZone());
        return name;
    }

    private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(TemplatePackage.MOST_BYTES + 1);
        }
    }
}
