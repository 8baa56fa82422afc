package io.duban.reporter;

import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.evidence.CleanFile;
import io.duban.reporter.VaultLeads.Holdings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报人信息保管库 (A53, INV-10): keeps what reporters give, sealed, and hands out the text and the files to those whom
 * the lead's room has admitted. It never hands out an identity; only {@link Disclosures} does. What a reporter does is
 * not audited, because the trail's time of day could betray them; what staff do is.
 */
@Service
@Transactional
public class ReporterVault {

    private static final int REF = 25;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VaultLeads leads;
    private final VaultKeys keys;
    private final VaultThread thread;
    private final VaultRecords records;
    private final Receipts receipts;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Clock clock;

    ReporterVault(
            VaultLeads leads,
            VaultKeys keys,
            VaultThread thread,
            VaultRecords records,
            Receipts receipts,
            Attachments attachments,
            AuditTrail audit,
            Clock clock) {
        this.leads = leads;
        this.keys = keys;
        this.thread = thread;
        this.records = records;
        this.receipts = receipts;
        this.attachments = attachments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the file of a report under a new opaque reference and data key.
     *
     * @throws Refusal naming {@code text}, {@code name} or {@code files[n]} when the report cannot be kept so
     */
    public Opened open(ReportMade report) {
        report.identity().ifPresent(VaultRules::check);
        String text = VaultRules.text("text", report.text());
        List<CleanFile> files = attachments.clean(report.files());
        String leadRef = "L" + Crockford.random(RANDOM, REF);
        leads.insert(leadRef, report.retention(), today());
        keys.withNew(leadRef, dataKey -> {
            report.identity()
                    .ifPresent(identity ->
                            records.write(dataKey, Place.of(leadRef, VaultField.IDENTITY, 0), identity.sheet()));
            Holdings none = new Holdings(0, 0);
            leads.grow(
                    leadRef,
                    thread.add(dataKey, leadRef, none, EntryKind.REPORT, today(), text, report.files(), files));
        });
        return new Opened(leadRef, receipts.give(leadRef));
    }

    /** The lead a receipt stands for; hyphens, spaces and case do not matter, and a wrong one costs the same time. */
    @Transactional(readOnly = true)
    public Optional<String> leadOf(String receipt) {
        return receipts.leadOf(receipt);
    }

    /** The reporter adds something. */
    public void supplement(String leadRef, String text, List<NewAttachment> files) {
        add(leadRef, EntryKind.SUPPLEMENT, text, files);
    }

    /** 答复: the office answers the reporter; as secret as the report. */
    public void reply(String leadRef, String text) {
        add(leadRef, EntryKind.REPLY, text, List.of());
        audit.record(leadRef, "LEAD_REPLIED", "答复举报人");
    }

    /** What the reporter sees, oldest first; empty once it has been destroyed. */
    @Transactional(readOnly = true)
    public List<ThreadEntry> thread(String leadRef) {
        return leads.find(leadRef)
                .map(held -> keys.with(leadRef, dataKey -> thread.read(dataKey, leadRef, held)))
                .orElse(List.of());
    }

    /**
     * The report and what was added to it, for a handler whom the lead's room has admitted; the reading is audited.
     *
     * @param purpose a phrase of ours such as 研判, never anything a person typed
     */
    public String originalText(String leadRef, String purpose) {
        Holdings held = leads.find(leadRef).orElseThrow(VaultRules::gone);
        String text = keys.with(leadRef, dataKey -> thread.text(dataKey, leadRef, held));
        audit.record(leadRef, "LEAD_TEXT_READ", "查阅举报原文（" + VaultRules.purpose(purpose) + "）");
        return text;
    }

    /** The attachments without their content, under neutral names. */
    @Transactional(readOnly = true)
    public List<KeptFile> files(String leadRef) {
        Holdings held = leads.find(leadRef).orElseThrow(VaultRules::gone);
        return keys.with(leadRef, dataKey -> thread.files(dataKey, leadRef, held));
    }

    /** One attachment with its content; the reading is audited, see {@link #originalText}. */
    public KeptFile file(String leadRef, int number, String purpose) {
        Holdings held = leads.find(leadRef).orElseThrow(VaultRules::gone);
        if (number < 1 || number > held.files()) {
            throw VaultRules.gone();
        }
        KeptFile file = keys.with(leadRef, dataKey -> thread.file(dataKey, leadRef, number));
        audit.record(leadRef, "LEAD_FILE_READ", "查阅举报附件" + number + "（" + VaultRules.purpose(purpose) + "）");
        return file;
    }

    /** Whether the reporter has said who they are (实名); says so without opening it. */
    @Transactional(readOnly = true)
    public boolean isNamed(String leadRef) {
        return records.has(Place.of(leadRef, VaultField.IDENTITY, 0));
    }

    /** From today what is kept is kept as long as this class says, e.g. because the lead was concluded. */
    public void retain(String leadRef, RetentionClass retention) {
        if (leads.lock(leadRef).isEmpty()) {
            throw VaultRules.gone();
        }
        leads.keep(leadRef, retention, today());
        audit.record(leadRef, "LEAD_RETENTION_SET", "举报材料保管期限类别定为“" + retention.label() + "”");
    }

    /**
     * 销毁: destroys the data key, so that what was sealed with it is gone wherever a copy of it lies, then the rows.
     *
     * @param reason a phrase of ours, see {@link #originalText}
     * @return false if there was nothing left to destroy
     */
    public boolean destroy(String leadRef, String reason) {
        if (leads.lock(leadRef).isEmpty()) {
            return false;
        }
        keys.delete(leadRef);
        records.deleteAll(leadRef);
        receipts.deleteAll(leadRef);
        leads.destroyed(leadRef, today());
        audit.record(leadRef, "LEAD_DESTROYED", "销毁举报材料密钥（" + VaultRules.purpose(reason) + "）");
        return true;
    }

    private void add(String leadRef, EntryKind kind, String typed, List<NewAttachment> files) {
        String text = VaultRules.text("text", typed);
        List<CleanFile> clean = attachments.clean(files);
        Holdings held = leads.lock(leadRef).orElseThrow(VaultRules::gone);
        VaultRules.requireRoom(held, clean.size());
        leads.grow(
                leadRef,
                keys.with(leadRef, dataKey -> thread.add(dataKey, leadRef, held, kind, today(), text, files, clean)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }
}
