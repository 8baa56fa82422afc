package io.duban.document;

import io.duban.audit.AuditTrail;
import io.duban.document.CaseReaders.Reading;
import io.duban.engine.Refusal;
import io.duban.engine.StandingAside;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.ReadingPerson;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公文查阅: papers for the person who asks, through the rooms' own rules of who sees what; every file handed out is noted. */
@Service
@Transactional
class PaperDesk {

    /** Who signs papers may declare them void. */
    private static final Set<Role> SIGNERS =
            EnumSet.of(Role.SUPERVISION_LEAD, Role.COMMITTEE_DIRECTOR, Role.EDUCATION_BUREAU);

    private final Papers papers;
    private final PaperPdf pdf;
    private final ObjectProvider<CaseReaders> rooms;
    private final Organisations organisations;
    private final People people;
    private final ReadingPerson reading;
    private final StandingAside aside;
    private final AuditTrail audit;

    PaperDesk(
            Papers papers,
            PaperPdf pdf,
            ObjectProvider<CaseReaders> rooms,
            Organisations organisations,
            People people,
            ReadingPerson reading,
            StandingAside aside,
            AuditTrail audit) {
        this.papers = papers;
        this.pdf = pdf;
        this.rooms = rooms;
        this.organisations = organisations;
        this.people = people;
        this.reading = reading;
        this.aside = aside;
        this.audit = audit;
    }

    /** The papers of a case that the person may read; refuses (404) a case the person may not know of. */
    List<Line> of(String caseId) {
        Reading reading = reading(caseId);
        Person person = this.reading.of(caseId);
        List<Line> lines = papers.of(caseId).stream()
                .filter(paper -> mayRead(reading, person, paper))
                .map(this::line)
                .toList();
        if (reading != Reading.ALL && lines.isEmpty()) {
            aside.attempted(caseId);
            throw Refusal.notFound("没有这个案件，或您无权查看。", "There is no such case that you may see.");
        }
        return lines;
    }

    /** The paper as it was issued; a void one bears the mark of it. */
    PaperFile docx(String paperId) {
        Paper paper = visible(paperId);
        PaperFile file = papers.docx(paperId);
        noteDownload(paper, "DOCX");
        return file;
    }

    /** The paper as a PDF; refuses where there is no LibreOffice, and says so. */
    PaperFile pdf(String paperId) {
        Paper paper = visible(paperId);
        PaperFile file = new PaperFile(
                Papers.fileName(paper, "pdf"),
                PaperFile.PDF,
                pdf.of(papers.docx(paperId).content()));
        noteDownload(paper, "PDF");
        return file;
    }

    /** 作废, by who signs in the unit that issued it. */
    Line voidPaper(String paperId, String reason) {
        Paper paper = visible(paperId);
        Person person = people.current();
        if (SIGNERS.stream().noneMatch(role -> person.has(role, paper.issuerUnit()))) {
            throw Refusal.forbidden(
                    "paper-signer",
                    "INV-09",
                    "只有发文单位的签发岗位（督导办负责人、督导委主任、教育局）可以作废公文，请由其办理。",
                    "Only who signs in the issuing unit may declare a paper void.");
        }
        papers.voidPaper(paperId, reason);
        return line(papers.get(paperId));
    }

    private Paper visible(String paperId) {
        Paper paper = papers.get(paperId);
        if (!mayRead(reading(paper.caseId()), reading.of(paper.caseId()), paper)) {
            aside.attempted(paper.caseId());
            throw Papers.unknown();
        }
        return paper;
    }

    private Reading reading(String caseId) {
        return rooms.stream()
                .map(room -> room.of(caseId))
                .filter(each -> each != Reading.NOTHING)
                .findFirst()
                .orElse(Reading.NOTHING);
    }

    private boolean mayRead(Reading reading, Person person, Paper paper) {
        return switch (reading) {
            case ALL -> true;
            case ADDRESSED -> isSent(person, paper);
            case NOTHING -> false;
        };
    }

    private boolean isSent(Person person, Paper paper) {
        return rooms.stream()
                .filter(room -> room.of(paper.caseId()) != Reading.NOTHING)
                .anyMatch(room -> room.isSentTo(person, paper));
    }

    private void noteDownload(Paper paper, String form) {
        audit.record(paper.caseId(), "PAPER_READ", "下载" + paper.kind().label() + "（" + paper.number() + "）" + form);
    }

    private Line line(Paper paper) {
        return new Line(
                paper,
                paper.kind().label(),
                organisations.find(paper.addressee()).map(Unit::name).orElse(paper.addressee()),
                pdf.isAvailable());
    }

    /**
     * One line of a case's list of papers.
     *
     * @param pdfAvailable whether this installation can make a PDF of it
     */
    record Line(Paper paper, String kindLabel, String addresseeName, boolean pdfAvailable) {}
}
