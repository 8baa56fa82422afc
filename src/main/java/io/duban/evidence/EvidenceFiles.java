package io.duban.evidence;

import io.duban.engine.Refusal;
import io.duban.evidence.EvidenceRegister.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * 附件与举证材料: hand in, list, read, withdraw. Checks and scans run before the transaction begins, so that a slow file
 * holds no connection; what is acknowledged is committed.
 */
@Service
public class EvidenceFiles {

    private final EvidenceRepository repository;
    private final EvidenceRegister register;
    private final EvidenceAccess access;
    private final EvidenceChecks checks;
    private final VirusScanner scanner;
    private final int atATime;

    EvidenceFiles(
            EvidenceRepository repository,
            EvidenceRegister register,
            EvidenceAccess access,
            EvidenceChecks checks,
            VirusScanner scanner,
            @Value("${duban.evidence.files-at-a-time:10}") int atATime) {
        this.repository = repository;
        this.register = register;
        this.access = access;
        this.checks = checks;
        this.scanner = scanner;
        this.atATime = atATime;
    }

    /** Keeps one file, or says why not; nothing is changed then. */
    public Evidence keep(NewEvidence file) {
        return keep(file.caseId(), List.of(file)).get(0);
    }

    /** Keeps all of these files of one case, problem and group, or none of them. */
    public List<Evidence> keep(String caseId, List<NewEvidence> files) {
        EvidenceRights rights = access.of(caseId);
        access.writer(rights);
        if (files.isEmpty() || files.size() > atATime) {
            throw Refusal.of(
                    "file",
                    "evidence-at-a-time",
                    EvidenceChecks.BASIS,
                    "每次请提交 1 至 " + atATime + " 个文件，其余请分次提交。",
                    "Hand in 1 to " + atATime + " files at a time.");
        }
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            NewEvidence file = files.get(i);
            EvidenceAccess.place(rights, file.problemId(), file.group());
            String field = files.size() == 1 ? "file" : "file[" + i + "]";
            checked.add(new Checked(file, checks.clean(field, file.content())));
        }
        return register.add(caseId, checked);
    }

    /** The register of a case as far as the current person may read it, the oldest first; withdrawn lines included. */
    public List<Evidence> of(String caseId) {
        EvidenceRights rights = access.of(caseId);
        return repository.ofCase(caseId).stream().filter(rights::reads).toList();
    }

    /** What the current person may do here; empty if they may not know of the case. */
    public Optional<EvidenceRights> rightsTo(String caseId) {
        return access.find(caseId);
    }

    /** By code of the evidence group how many valid files there are for a problem; unchecked: for whoever works on it. */
    public Map<String, Long> countsOf(String problemId) {
        return repository.ofProblem(problemId).stream()
                .filter(Evidence::isValid)
                .filter(each -> each.group() != null)
                .collect(Collectors.groupingBy(each -> String.valueOf(each.group()), Collectors.counting()));
    }

    /** Opens a file; as if it did not exist for whoever may not read it. The reading is a line of the trail. */
    public EvidenceContent content(String id) {
        return register.read(id);
    }

    /** Opens a file of the register for an export, which writes one line of the trail for all of them. */
    public byte[] forExport(Evidence evidence) {
        return register.open(evidence).bytes();
    }

    /** 撤回: by the unit that handed it in, with a reason; the line and its content stay in the register. */
    public Evidence withdraw(String id, String reason) {
        return register.withdraw(id, reason.strip());
    }

    public boolean isScanned() {
        return scanner.isOn();
    }

    public int megabytes() {
        return checks.megabytes();
    }
}
