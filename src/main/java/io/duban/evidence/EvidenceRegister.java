package io.duban.evidence;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import io.duban.organisation.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the register: line, sealed content and audit line in one transaction, so that none exists alone. */
@Component
@Transactional
class EvidenceRegister {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final EvidenceRepository repository;
    private final EvidenceAccess access;
    private final EvidenceContents contents;
    private final AuditTrail audit;
    private final People people;
    private final Clock clock;
    private final int most;

    EvidenceRegister(
            EvidenceRepository repository,
            EvidenceAccess access,
            EvidenceContents contents,
            AuditTrail audit,
            People people,
            Clock clock,
            @Value("${duban.evidence.per-case:500}") int most) {
        this.repository = repository;
        this.access = access;
        this.contents = contents;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
        this.most = most;
    }

    /** Adds them all or none; what the same unit has handed in already for the same purpose is not added twice. */
    List<Evidence> add(String caseId, List<Checked> files) {
        EvidenceRights rights = access.of(caseId);
        String unit = access.writer(rights);
        if (repository.linesOf(caseId) + files.size() > most) {
            throw Refusal.of(
                    "file",
                    "evidence-count",
                    EvidenceChecks.BASIS,
                    "一案最多收 " + most + " 份材料，请合并为一个 PDF 后再提交。",
                    "A case takes at most " + most + " files; put several into one PDF.");
        }
        List<Evidence> kept = new ArrayList<>();
        for (Checked each : files) {
            EvidenceAccess.place(rights, each.file().problemId(), each.file().group());
            kept.add(add(each, rights, unit));
        }
        return kept;
    }

    private Evidence add(Checked checked, EvidenceRights rights, String unit) {
        NewEvidence file = checked.file();
        String contentId = contents.keep(file.caseId(), file.content(), checked.clean());
        return repository.same(contentId, file, unit).orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            repository.add(
                    id,
                    file,
                    contentId,
                    EvidenceNames.of(file.fileName(), checked.clean().kind()),
                    clock.instant(),
                    people.current().id(),
                    unit);
            Evidence line = repository.find(id).orElseThrow();
            audit.record(file.caseId(), "EVIDENCE_KEPT", "提交材料" + about(line, rights));
            return line;
        });
    }

    /** Opens a file for whoever may read it; the reading is a line of the trail. */
    EvidenceContent read(String id) {
        Evidence line = readable(id);
        audit.record(line.caseId(), "EVIDENCE_READ", "查阅材料" + about(line, access.of(line.caseId())));
        return open(line);
    }

    /** Opens without a line of its own, for whoever writes one for the whole file of a case. */
    @Transactional(readOnly = true)
    EvidenceContent open(Evidence line) {
        return new EvidenceContent(line, contents.open(readable(line.id()).id()));
    }

    Evidence withdraw(String id, String reason) {
        Evidence line = readable(id);
        EvidenceRights rights = access.of(line.caseId());
        String unit = access.writer(rights);
        if (!unit.equals(line.keptUnit())) {
            throw Refusal.forbidden(
                    "evidence-owner",
                    "设计决定：谁提交谁撤回",
                    "材料只能由提交的单位撤回；认为材料有误的，请在核验意见中写明。",
                    "Only the unit that handed a file in may withdraw it; say in your review what is wrong with it.");
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refusal.of(
                    "reason",
                    "withdrawal-reason",
                    "设计决定：撤回留痕",
                    "请写明撤回理由（" + SHORTEST_REASON + " 至 " + LONGEST_REASON + " 字），材料仍留在登记簿中。",
                    "Say why the file is withdrawn; it stays in the register.");
        }
        UnseenCharacters.refuseIn("reason", "“撤回理由”", reason);
        if (!line.isValid()) {
            throw Refusal.conflict(
                    "evidence-withdrawn", null, "这份材料已经撤回，请刷新。", "The file is withdrawn already; refresh.");
        }
        repository.withdraw(id, reason, clock.instant(), people.current().id());
        audit.record(line.caseId(), "EVIDENCE_WITHDRAWN", "撤回材料" + about(line, rights) + "，理由：" + reason);
        return repository.find(id).orElseThrow();
    }

    private Evidence readable(String id) {
        Evidence line = repository.find(id).orElseThrow(EvidenceAccess::unknownFile);
        access.requireReadable(line);
        return line;
    }

    /** The name of the file stays out of the trail: who may read the one need not read the other. */
    private static String about(Evidence line, EvidenceRights rights) {
        List<String> parts = new ArrayList<>();
        if (line.problemId() != null) {
            parts.add(Objects.requireNonNullElse(rights.problems().get(line.problemId()), "问题已销号"));
        }
        if (line.group() != null) {
            parts.add(Objects.requireNonNullElse(rights.groups().get(line.group()), line.group()));
        }
        parts.add(line.fileName().substring(line.fileName().lastIndexOf('.') + 1) + " "
                + Math.max(1, line.size() / 1024) + " KB");
        parts.add("SHA-256 " + line.sha256().substring(0, 12) + "…");
        return "（" + String.join("，", parts) + "）";
    }

    /** A file that has passed the checks. */
    record Checked(NewEvidence file, CleanFile clean) {

        @Override
        public String toString() {
            return "Checked[" + file + "]";
        }
    }
}
