package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.evidence.EvidenceFiles;
import io.duban.evidence.NewEvidence;
import io.duban.organisation.People;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 案卷: the page of a case for who has no Tasklist, works without script, on a telephone too; and its export. */
@Controller
class CaseFileController {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final CaseFiles files;
    private final CaseExport export;
    private final EvidenceFiles evidence;
    private final People people;

    CaseFileController(CaseFiles files, CaseExport export, EvidenceFiles evidence, People people) {
        this.files = files;
        this.export = export;
        this.evidence = evidence;
        this.people = people;
    }

    @GetMapping("/cases/{id}")
    String page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer kept,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("kept", kept);
        return shown(id, response, model);
    }

    @PostMapping("/cases/{id}/evidence")
    String keep(
            @PathVariable String id,
            @RequestParam Optional<String> problem,
            @RequestParam Optional<String> group,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            int count = evidence.keep(id, uploads(id, problem, group, file == null ? List.of() : file))
                    .size();
            return "redirect:/cases/" + id + "?kept=" + count + "#evidence";
        } catch (Refusal refusal) {
            return refused(id, refusal, response, model);
        }
    }

    @PostMapping("/cases/{id}/evidence/{file}/withdraw")
    String withdraw(
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        try {
            evidence.withdraw(file, reason);
            return "redirect:/cases/" + id + "#evidence";
        } catch (Refusal refusal) {
            return refused(id, refusal, response, model);
        }
    }

    @GetMapping("/api/cases/{id}/file.zip")
    void zip(@PathVariable String id, HttpServletResponse response) throws IOException {
        CaseExport.Contents contents = export.begin(id);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + contents.fileName() + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        export.write(contents, response.getOutputStream());
    }

    private String refused(String id, Refusal refusal, HttpServletResponse response, Model model) {
        String page = shown(id, response, model);
        response.setStatus(refusal.status().value());
        model.addAttribute("refusal", refusal.getMessage());
        model.addAttribute("basis", refusal.basis());
        return page;
    }

    private String shown(String id, HttpServletResponse response, Model model) {
        model.addAttribute("file", files.of(id));
        model.addAttribute("person", people.current().id());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        return "cases/file";
    }

    /** The page has a field for files and one for the camera; the one that was left empty comes as a part without name. */
    private static List<NewEvidence> uploads(
            String id, Optional<String> problem, Optional<String> group, List<MultipartFile> given) throws IOException {
        List<NewEvidence> uploads = new ArrayList<>();
        for (MultipartFile each : given) {
            String name = Objects.requireNonNullElse(each.getOriginalFilename(), "");
            if (!name.isEmpty() || !each.isEmpty()) {
                uploads.add(new NewEvidence(
                        id,
                        problem.filter(typed -> !typed.isBlank()).orElse(null),
                        group.filter(typed -> !typed.isBlank()).orElse(null),
                        name,
                        each.getBytes()));
            }
        }
        return uploads;
    }
}
