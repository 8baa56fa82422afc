package io.duban.document;

import io.duban.audit.AuditTrail;
import io.duban.document.PaperTemplates.Uploaded;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 模板与代字管理: what an administrator may put in the place of what is shipped. */
@Service
@Transactional
class TemplateDesk {

    private static final String TRAIL = "document";
    private static final String SYMBOL = "[0-9A-Za-z\\u4e00-\\u9fa5]{2,20}";

    private final PaperTemplates templates;
    private final PaperTemplateRepository repository;
    private final TemplateCheck check;
    private final PaperPdf pdf;
    private final DocumentNumbers numbers;
    private final Organisations organisations;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    TemplateDesk(
            PaperTemplates templates,
            PaperTemplateRepository repository,
            TemplateCheck check,
            PaperPdf pdf,
            DocumentNumbers numbers,
            Organisations organisations,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.templates = templates;
        this.repository = repository;
        this.check = check;
        this.pdf = pdf;
        this.numbers = numbers;
        this.organisations = organisations;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    List<Listed> all() {
        people.requireAdmin();
        return Stream.of(PaperKind.values()).map(this::listed).toList();
    }

    Listed of(String kind) {
        people.requireAdmin();
        return listed(kind(kind));
    }

    /** One version, to be edited in Word; 0 is the one shipped. */
    PaperFile file(String kind, int version) {
        people.requireAdmin();
        PaperKind wanted = kind(kind);
        return new PaperFile(
                wanted.label() + "模板 v" + version + ".docx",
                PaperFile.DOCX,
                templates.get(wanted, version).content());
    }

    /** Puts a new version in place; cases that have begun keep theirs. */
    Listed replace(String kind, byte[] file, String fileName) {
        people.requireAdmin();
        PaperKind wanted = kind(kind);
        check.check(wanted, file);
        int version = repository.add(
                wanted, file, Papers.sha256(file), fileName, people.current().id(), clock.instant());
        audit.record(TRAIL, "PAPER_TEMPLATE_REPLACED", "更换“" + wanted.label() + "”模板，第 " + version + " 版；已开始的案件仍用原版");
        return listed(wanted);
    }

    /** How papers would look with this file; nothing is kept. */
    PaperFile preview(String kind, byte[] file, boolean asPdf) {
        people.requireAdmin();
        PaperKind wanted = kind(kind);
        byte[] sample = check.check(wanted, file);
        return asPdf
                ? new PaperFile(wanted.label() + "模板预览.pdf", PaperFile.PDF, pdf.of(sample))
                : new PaperFile(wanted.label() + "模板预览.docx", PaperFile.DOCX, sample);
    }

    String symbol(String unit, String kind) {
        people.requireAdmin();
        return numbers.symbol(kind(kind), organisations.require("unit", unit).code());
    }

    /** 设置代字; the next number under a 代字 that was never used is 1. */
    String setSymbol(String unit, String kind, String symbol) {
        people.requireAdmin();
        PaperKind wanted = kind(kind);
        String code = organisations.require("unit", unit).code();
        if (wanted.isNumberedAsForm() || !symbol.matches(SYMBOL)) {
            throw Refusal.of(
                    "symbol",
                    "document-symbol",
                    "GB/T 9704-2012；INV-09",
                    "代字为 2 至 20 个汉字、字母或数字；按“年第（n）号”编号的督办单没有代字，请改选文种或修改代字。",
                    "A 代字 has 2 to 20 characters; forms numbered by year have none.");
        }
        numbers.setSymbol(wanted, code, symbol, people.current().id());
        audit.record(TRAIL, "DOCUMENT_SYMBOL_SET", organisations.get(code).name() + wanted.label() + "代字：" + symbol);
        return symbol;
    }

    private Listed listed(PaperKind kind) {
        return new Listed(
                kind, kind.label(), TemplateCheck.allowed(kind), kind.required(), kind.columns(), repository.of(kind));
    }

    static PaperKind kind(String name) {
        return Stream.of(PaperKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个文种。", "There is no such kind of paper."));
    }

    /** One kind with the tags its template takes and the versions there are; version 0 is shipped. */
    record Listed(
            PaperKind kind,
            String label,
            List<String> tags,
            List<String> required,
            List<String> columns,
            List<Uploaded> versions) {

        /** The version papers of cases that begin now are laid out with. */
        public int inForce() {
            return versions.isEmpty() ? PaperTemplates.SHIPPED : versions.get(0).version();
        }
    }
}
