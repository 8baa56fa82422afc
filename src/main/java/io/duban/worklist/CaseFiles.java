package io.duban.worklist;

import io.duban.calendar.WorkingDays;
import io.duban.evidence.Evidence;
import io.duban.evidence.EvidenceFiles;
import io.duban.evidence.EvidenceRights;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the file of a case together for whoever may open it: dossier, proofs, evidence, papers, what came of it. */
@Component
@Transactional(readOnly = true)
class CaseFiles {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int KILOBYTE = 1024;

    private final CaseBooks books;
    private final EvidenceFiles evidence;
    private final ObjectProvider<CasePapers> papers;
    private final CaseRecords records;
    private final Organisations organisations;
    private final Names names;
    private final Clock clock;

    CaseFiles(
            CaseBooks books,
            EvidenceFiles evidence,
            ObjectProvider<CasePapers> papers,
            CaseRecords records,
            Organisations organisations,
            Names names,
            Clock clock) {
        this.books = books;
        this.evidence = evidence;
        this.papers = papers;
        this.records = records;
        this.organisations = organisations;
        this.names = names;
        this.clock = clock;
    }

    /** The file for the current person; as if it did not exist for whoever may not open it. */
    CaseFile of(String caseId) {
        Dossier dossier = books.readable(caseId);
        CaseExtras extras = books.extras(caseId);
        Optional<EvidenceRights> rights = evidence.rightsTo(caseId);
        List<Evidence> register = rights.isPresent() ? evidence.of(caseId) : List.of();
        EvidenceRights upload = rights.filter(each -> each.unit() != null && each.closed() == null)
                .orElse(null);
        LocalDate today = LocalDate.now(clock);
        List<Dossier.Step> timeline = Stream.concat(dossier.timeline().stream(), extras.steps().stream())
                .sorted(Comparator.comparing(Dossier.Step::at))
                .toList();
        return new CaseFile(
                dossier,
                extras,
                dossier.deadlines().stream()
                        .map(each -> DeadlineStrip.of(each, today))
                        .toList(),
                timeline.stream().map(Dossier.Step::actor).distinct().toList(),
                timeline,
                dossier.problems().stream()
                        .map(each -> item(each, extras.proofs(), register, upload))
                        .toList(),
                register.stream()
                        .filter(each -> each.problemId() == null)
                        .map(each -> file(each, upload))
                        .toList(),
                papersOf(caseId, extras),
                recordsOf(dossier, extras),
                upload,
                rights.isPresent(),
                evidence.isScanned(),
                evidence.megabytes());
    }

    /** The papers of the case and of the interviews and accountability that came of it, each as far as it may be read. */
    private List<CasePapers.Paper> papersOf(String caseId, CaseExtras extras) {
        Map<String, Boolean> whole = new LinkedHashMap<>();
        whole.put(caseId, extras.whole());
        extras.related().stream()
                .filter(each -> !CaseExtras.ORDER.equals(each.kindLabel()))
                .forEach(each ->
                        whole.put(each.caseId(), books.extras(each.caseId()).whole()));
        return papers.orderedStream()
                .flatMap(book ->
                        whole.entrySet().stream().flatMap(each -> book.of(each.getKey(), each.getValue()).stream()))
                .toList();
    }

    /** What was typed in the case, and in the interviews and accountability that came of it. */
    private List<RecordGroup> recordsOf(Dossier dossier, CaseExtras extras) {
        return Stream.concat(
                        RecordGroup.of(records.of(dossier.caseId(), dossier.parts()), "").stream(),
                        extras.related().stream()
                                .filter(each -> !CaseExtras.ORDER.equals(each.kindLabel()))
                                .flatMap(each -> RecordGroup.of(
                                        records.of(each.caseId(), Map.of()), each.kindLabel() + each.number() + "：")
                                        .stream()))
                .toList();
    }

    private CaseFile.Item item(
            Dossier.ProblemLine line,
            Map<String, List<CaseExtras.Proof>> proofs,
            List<Evidence> register,
            @Nullable EvidenceRights upload) {
        List<Evidence> own = register.stream()
                .filter(each -> line.id().equals(each.problemId()))
                .toList();
        return new CaseFile.Item(
                line,
                proofs.getOrDefault(line.id(), List.of()).stream()
                        .map(proof -> new CaseFile.Group(proof, files(own, proof.group(), upload)))
                        .toList(),
                files(own, null, upload));
    }

    private List<CaseFile.File> files(
            List<Evidence> register, @Nullable String group, @Nullable EvidenceRights upload) {
        return register.stream()
                .filter(each -> Objects.equals(group, each.group()))
                .map(each -> file(each, upload))
                .toList();
    }

    private CaseFile.File file(Evidence each, @Nullable EvidenceRights upload) {
        Evidence.Withdrawal withdrawal = each.withdrawal();
        return new CaseFile.File(
                each.id(),
                each.fileName(),
                each.mediaType(),
                size(each.size()),
                each.sha256(),
                minute(each.keptAt()),
                names.of(each.keptBy()),
                organisations.find(each.keptUnit()).map(Unit::name).orElse(each.keptUnit()),
                upload != null && each.keptUnit().equals(upload.unit()),
                withdrawal == null ? null : minute(withdrawal.at()) + " " + withdrawal.reason());
    }

    static String minute(Instant at) {
        return at.atZone(WorkingDays.ZONE).format(MINUTE);
    }

    static String size(int bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? Math.max(1, bytes / KILOBYTE) + " KB"
                : String.format("%.1f MB", bytes / (double) (KILOBYTE * KILOBYTE));
    }
}
