package io.duban.worklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.evidence.Evidence;
import io.duban.evidence.EvidenceFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * 案卷导出: the whole file of a case as one ZIP with an index page and a list of hashes; one file at a time is in memory,
 * whatever the size of the case.
 */
@Component
class CaseExport {

    private final CaseFiles files;
    private final EvidenceFiles evidence;
    private final ObjectProvider<CasePapers> papers;
    private final AuditTrail audit;
    private final TemplateEngine templates;
    private final ObjectMapper json;

    CaseExport(
            CaseFiles files,
            EvidenceFiles evidence,
            ObjectProvider<CasePapers> papers,
            AuditTrail audit,
            TemplateEngine templates,
            ObjectMapper json) {
        this.files = files;
        this.evidence = evidence;
        this.papers = papers;
        this.audit = audit;
        this.templates = templates;
        this.json = json;
    }

    /** Decides whether the person may take the file away and writes the line of the trail, before a byte is sent. */
    @Transactional
    Contents begin(String caseId) {
        CaseFile file = files.of(caseId);
        if (!file.extras().mayExport()) {
            throw Refusal.forbidden(
                    "case-export",
                    "A53；D16；设计决定",
                    "案卷只能由督导办经办和负责人导出；您可以在本页查阅并逐份下载有权查看的材料。",
                    "Only the supervision office and its lead may take a whole file away; read it on its page.");
        }
        List<Evidence> register = evidence.of(caseId);
        audit.record(
                caseId, "CASE_FILE_EXPORTED", "导出案卷（公文 " + file.papers().size() + " 件，材料 " + register.size() + " 份）");
        return new Contents(file, entries(file, register));
    }

    /** Writes the archive; the contents were checked and noted by {@link #begin}. */
    void write(Contents contents, OutputStream out) throws IOException {
        List<Entry> written = new ArrayList<>();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Entry each : contents.entries()) {
                byte[] content = each.evidence() == null ? paper(each.id()) : evidence.forExport(each.evidence());
                put(zip, each.path(), content);
                written.add(each.hashed(ManifestLine.sha256(content), content.length));
            }
            List<RecordGroup> records = contents.file().records();
            add(zip, written, "entries.html", page("cases/entries", contents.file(), written));
            add(zip, written, "entries.json", json.writeValueAsBytes(versions(records)));
            byte[] index = page("cases/index", contents.file(), written);
            put(zip, "index.html", index);
            put(zip, "manifest.csv", manifest(written, ManifestLine.sha256(index), index.length));
        }
    }

    private byte[] paper(String id) {
        return papers.orderedStream().findFirst().orElseThrow().content(id);
    }

    private static List<Entry> entries(CaseFile file, List<Evidence> register) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (CasePapers.Paper each : file.papers()) {
            String name =
                    String.format("papers/%03d-%s.%s", ++number, ManifestLine.plain(each.kindLabel()), each.ending());
            entries.add(new Entry(
                    each.id(),
                    name,
                    each.kindLabel() + " " + each.number(),
                    each.voided() == null ? "" : each.voided(),
                    each.issuedOn().toString(),
                    null,
                    "",
                    0));
        }
        Map<String, String> problems = file.dossier().problems().stream()
                .collect(java.util.stream.Collectors.toMap(Dossier.ProblemLine::id, each -> "问题" + each.seq()));
        number = 0;
        for (Evidence each : register) {
            String problem = problems.getOrDefault(String.valueOf(each.problemId()), "");
            String group = file.extras().proofs().values().stream()
                    .flatMap(List::stream)
                    .filter(proof -> proof.group().equals(each.group()))
                    .map(CaseExtras.Proof::label)
                    .findFirst()
                    .orElse("");
            String about = problem + (group.isEmpty() ? "" : "-" + group);
            String name = String.format(
                    "evidence/%03d-%s%s",
                    ++number, about.isEmpty() ? "" : about + "-", ManifestLine.plain(each.fileName()));
            entries.add(new Entry(
                    each.id(),
                    name,
                    about,
                    each.withdrawal() == null ? "" : "已撤回：" + each.withdrawal().reason(),
                    CaseFiles.minute(each.keptAt()),
                    each,
                    "",
                    0));
        }
        return entries;
    }

    private static List<EntryView> versions(List<RecordGroup> records) {
        return records.stream().flatMap(each -> each.versions().stream()).toList();
    }

    private static void add(ZipOutputStream zip, List<Entry> written, String name, byte[] content) throws IOException {
        put(zip, name, content);
        written.add(new Entry("", name, "办理记录", "", "", null, ManifestLine.sha256(content), content.length));
    }

    private byte[] page(String template, CaseFile file, List<Entry> written) {
        Context context = new Context();
        context.setVariable("file", file);
        context.setVariable("entries", written);
        return templates.process(template, context).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manifest(List<Entry> written, String indexHash, int indexSize) {
        StringBuilder csv =
                new StringBuilder("\uFEFF").append(ManifestLine.of("文件", "SHA-256", "字节", "内容", "时间", "备注"));
        csv.append(ManifestLine.of("index.html", indexHash, String.valueOf(indexSize), "目录", "", ""));
        written.forEach(each -> csv.append(ManifestLine.of(
                each.path(), each.sha256(), String.valueOf(each.size()), each.about(), each.at(), each.note())));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** What goes into the archive of a case. */
    record Contents(CaseFile file, List<Entry> entries) {

        String fileName() {
            String number = String.valueOf(file.dossier().number()).replaceAll("[^0-9]+", "-");
            String plain = number.replaceAll("^-+|-+$", "");
            return "case-" + (plain.isEmpty() ? file.dossier().caseId().replaceAll("[^A-Za-z0-9-]", "") : plain)
                    + ".zip";
        }
    }

    /** One file of the archive. */
    record Entry(
            String id,
            String path,
            String about,
            String note,
            String at,
            @Nullable Evidence evidence,
            String sha256,
            int size) {

        Entry hashed(String hash, int length) {
            return new Entry(id, path, about, note, at, evidence, hash, length);
        }
    }
}
