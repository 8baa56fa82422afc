package io.duban.document;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 公文: issues papers in the transaction of the step that issues them – number, text, register and trail exist together
 * or not at all – and keeps them as they were.
 */
@Service
@Transactional
public class Papers {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final DocumentNumbers numbers;
    private final PaperRepository register;
    private final PaperTemplates templates;
    private final PaperRenderer renderer;
    private final PaperPdf pdf;
    private final OfficialNames names;
    private final AuditTrail audit;
    private final Clock clock;

    Papers(
            DocumentNumbers numbers,
            PaperRepository register,
            PaperTemplates templates,
            PaperRenderer renderer,
            PaperPdf pdf,
            OfficialNames names,
            AuditTrail audit,
            Clock clock) {
        this.numbers = numbers;
        this.register = register;
        this.templates = templates;
        this.renderer = renderer;
        this.pdf = pdf;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lays out, numbers and keeps a paper; rolled back with the caller's transaction, number and all. */
    public Paper issue(PaperText text) {
        return issue(prepare(text));
    }

    /** Lays a paper out, all but its number; nothing is locked or kept. */
    public PreparedPaper prepare(PaperText text) {
        assert !numbers.areHeld()
                : "laid out while others wait for a number: prepare all papers before the first is issued";
        LocalDate today = LocalDate.now(clock);
        PaperTemplates.Template template = templates.forCase(text.kind(), text.caseId());
        LaidOut laidOut = renderer.layOut(template.content(), words(text, today), text.rows());
        return new PreparedPaper(text, template.version(), laidOut, today);
    }

    /**
     * Numbers and keeps what was laid out. From here to the end of the transaction nobody else gets a number of this
     * issuer, so whatever takes time comes before.
     */
    public Paper issue(PreparedPaper prepared) {
        PaperText text = prepared.text();
        DocumentNumber number =
                numbers.next(text.kind(), text.issuerUnit(), prepared.day().getYear());
        byte[] content = prepared.laidOut().numbered(number.text());
        Paper paper = new Paper(
                UUID.randomUUID().toString(),
                text.kind(),
                text.caseId(),
                number.text(),
                text.issuerUnit(),
                text.addressee(),
                prepared.day(),
                sha256(content),
                prepared.templateVersion(),
                null,
                null);
        register.add(paper, number, content, clock.instant());
        audit.record(text.caseId(), "PAPER_ISSUED", "印发" + text.kind().label() + "，编号 " + paper.number());
        return paper;
    }

    /** 上级督导机构 by its full name, for 抄送. */
    public String officeAbove(String unit) {
        return names.officeAbove(unit);
    }

    /** The papers of a case in the order in which they were issued, void ones included. */
    @Transactional(readOnly = true)
    public List<Paper> of(String caseId) {
        return register.of(caseId);
    }

    /** The paper as it was issued; a void one bears the mark of it. */
    @Transactional(readOnly = true)
    public PaperFile docx(String paperId) {
        Paper paper = get(paperId);
        return new PaperFile(fileName(paper, "docx"), PaperFile.DOCX, handedOut(paper));
    }

    /** The paper as a PDF; refuses where LibreOffice is not installed. */
    @Transactional(readOnly = true)
    public PaperFile pdf(String paperId) {
        Paper paper = get(paperId);
        return new PaperFile(fileName(paper, "pdf"), PaperFile.PDF, pdf.of(handedOut(paper)));
    }

    private byte[] handedOut(Paper paper) {
        byte[] issued = register.content(paper.id());
        return paper.voidedOn() == null
                ? issued
                : VoidMark.on(issued, paper.voidedOn(), String.valueOf(paper.voidReason()));
    }

    /** Declares those papers of one kind of a case void that are not yet (INV-17: what revokes their ground does so). */
    public void voidPapers(String caseId, PaperKind kind, String reason) {
        register.of(caseId).stream()
                .filter(each -> each.kind() == kind && each.voidedOn() == null)
                .forEach(each -> voidPaper(each.id(), reason));
    }

    /** Declares a paper void; its number and itself stay in the register, with the reason. */
    public void voidPaper(String paperId, String reason) {
        Paper paper = get(paperId);
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw Refusal.of(
                    "reason",
                    "void-reason",
                    "INV-09",
                    "请写明作废理由（" + SHORTEST_REASON + " 至 " + LONGEST_REASON + " 字）；编号不再使用，公文留在登记簿中。",
                    "Say why the paper is void; number and paper stay in the register.");
        }
        UnseenCharacters.refuseIn("reason", "“作废理由”", why);
        if (paper.voidedOn() != null) {
            throw Refusal.conflict(
                    "paper-void", null, "该公文已于 " + paper.voidedOn() + " 作废，无须再次作废。", "The paper is void already.");
        }
        register.addVoid(paperId, why, actor(), LocalDate.now(clock), clock.instant());
        audit.record(paper.caseId(), "PAPER_VOIDED", "作废" + paper.kind().label() + "（" + paper.number() + "）：" + why);
    }

    Paper get(String paperId) {
        return register.find(paperId).orElseThrow(Papers::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("没有这份公文，或您无权查看。", "There is no such paper that you may see.");
    }

    private static String actor() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? "system" : signedIn.getName();
    }

    static String fileName(Paper paper, String ending) {
        return (paper.voidedOn() == null ? "" : "（作废）") + paper.kind().label() + " " + paper.number() + "." + ending;
    }

    private Map<String, String> words(PaperText text, LocalDate today) {
        Map<String, String> words = new HashMap<>(text.values());
        words.computeIfPresent("标题", (tag, title) -> TitleLines.of(title));
        words.put("发文机关", names.issuer(text.kind(), text.issuerUnit()));
        words.put("主送", names.addressee(text.addressee()));
        words.put("成文日期", chinese(today));
        words.put("印发机关", names.printer(text.kind(), text.issuerUnit()));
        words.put("印发日期", chinese(today));
        return words;
    }

    /** Arabic numerals, without leading zeros (GB/T 9704-2012). */
    public static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
