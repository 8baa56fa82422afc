package io.duban.worklist;

import io.duban.document.CaseReaders;
import io.duban.document.CaseReaders.Reading;
import io.duban.document.Papers;
import io.duban.organisation.Person;
import io.duban.organisation.ReadingPerson;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The papers that were issued in a case (公文), as its page lists them. */
@Component
class IssuedPapers implements CasePapers {

    private final Papers papers;
    private final ObjectProvider<CaseReaders> readers;
    private final ReadingPerson reading;

    IssuedPapers(Papers papers, ObjectProvider<CaseReaders> readers, ReadingPerson reading) {
        this.papers = papers;
        this.readers = readers;
        this.reading = reading;
    }

    @Override
    public List<Paper> of(String caseId, boolean whole) {
        Person person = reading.of(caseId);
        List<CaseReaders> rooms = whole
                ? List.of()
                : readers.stream()
                        .filter(room -> room.of(caseId) != Reading.NOTHING)
                        .toList();
        if (!whole && rooms.isEmpty()) {
            return List.of();
        }
        return papers.of(caseId).stream()
                .filter(paper -> whole || rooms.stream().anyMatch(room -> room.isSentTo(person, paper)))
                .map(IssuedPapers::line)
                .toList();
    }

    @Override
    public byte[] content(String paperId) {
        return papers.docx(paperId).content();
    }

    private static Paper line(io.duban.document.Paper paper) {
        return new Paper(
                paper.id(),
                paper.kind().label(),
                paper.number(),
                paper.issuedOn(),
                "/api/papers/" + paper.id(),
                "docx",
                paper.sha256(),
                paper.voidedOn() == null ? null : "作废（" + paper.voidedOn() + "）：" + paper.voidReason());
    }
}
