package io.duban.worklist;

import io.duban.calendar.WorkingDays;
import io.duban.casework.CaseEntries;
import io.duban.casework.CaseEntry;
import io.duban.casework.Told;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.ReadingPerson;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办理记录: what was typed in a case, as far as the person reads it today: what their own unit typed, and of the rest what
 * its step tells the side on which they stand.
 */
@Component
@Transactional(readOnly = true)
class CaseRecords {

    private static final CaseSteps.Step UNKNOWN = new CaseSteps.Step("", Optional.empty());

    private final CaseEntries entries;
    private final CaseSteps steps;
    private final CaseBooks books;
    private final Organisations organisations;
    private final ReadingPerson reading;
    private final Names names;

    CaseRecords(
            CaseEntries entries,
            CaseSteps steps,
            CaseBooks books,
            Organisations organisations,
            ReadingPerson reading,
            Names names) {
        this.entries = entries;
        this.steps = steps;
        this.books = books;
        this.organisations = organisations;
        this.reading = reading;
        this.names = names;
    }

    /** The records for whoever may know of the case; as if there were no case for everybody else. */
    List<EntryView> required(String caseId) {
        return of(caseId, books.readable(caseId).parts());
    }

    /**
     * The records of a case that the person is known to be admitted to, the oldest first.
     *
     * @param parts the parts of the case in words, by their ids
     */
    List<EntryView> of(String caseId, Map<String, String> parts) {
        List<CaseEntry> all = entries.of(caseId);
        if (all.isEmpty()) {
            return List.of();
        }
        EntryStanding standing = books.standing(caseId);
        Person person = reading.of(caseId);
        Predicate<CaseEntry> own = each -> isOwn(each, person);
        Set<String> asked =
                all.stream().filter(own).map(each -> each.place().subjectId()).collect(Collectors.toSet());
        Map<String, CaseSteps.Step> known = steps.now();
        List<CaseEntry> readable = all.stream()
                .filter(each -> reads(each, known, standing, own, asked))
                .toList();
        return readable.stream()
                .map(each -> view(each, known.getOrDefault(each.step(), UNKNOWN), readable, parts))
                .toList();
    }

    private static boolean reads(
            CaseEntry entry,
            Map<String, CaseSteps.Step> known,
            EntryStanding standing,
            Predicate<CaseEntry> own,
            Set<String> asked) {
        Told told = known.getOrDefault(entry.step(), UNKNOWN).told().orElse(null);
        boolean answered = told == Told.SUBJECT
                && !entry.place().subjectId().isEmpty()
                && asked.contains(entry.place().subjectId());
        return standing.reads(entry, told) || told != Told.SEALED && (answered || own.test(entry));
    }

    private static boolean isOwn(CaseEntry entry, Person person) {
        return entry.person().equals(person.id()) || person.units().contains(entry.unit());
    }

    private EntryView view(CaseEntry entry, CaseSteps.Step step, List<CaseEntry> readable, Map<String, String> parts) {
        String part = entry.place().subjectId();
        return new EntryView(
                entry.place().caseId(),
                entry.step(),
                step.label().isEmpty() ? entry.step() : step.label(),
                part.isEmpty() ? null : part,
                parts.get(part),
                entry.round(),
                readable.stream()
                        .filter(entry::isOfSameStep)
                        .mapToInt(CaseEntry::round)
                        .max()
                        .orElse(entry.round()),
                names.of(entry.person()),
                organisations.find(entry.unit()).map(Unit::name).orElse(entry.unit()),
                entry.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                entry.form(),
                entry.formVersion(),
                entry.content(),
                entry.lines());
    }
}
