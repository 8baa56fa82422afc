package io.duban.interview;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.ReadingPerson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 约谈对象 (A41): who answers for the unit that was invited reads of the interview what the unit was told, from the notice
 * on; who answers for the addressee of the order, which has to report what was put right, from the meeting on, when that
 * is demanded. Nobody else of theirs, and never how the interview was proposed, approved or checked.
 */
@Component
class InterviewParties {

    private final InterviewRepository repository;
    private final InterviewSteps steps;
    private final InterviewDossiers dossiers;
    private final Deadlines deadlines;
    private final People people;
    private final ReadingPerson reading;

    InterviewParties(
            InterviewRepository repository,
            InterviewSteps steps,
            Organisations organisations,
            Deadlines deadlines,
            People people,
            ReadingPerson reading) {
        this.repository = repository;
        this.steps = steps;
        this.dossiers = new InterviewDossiers(steps, organisations);
        this.deadlines = deadlines;
        this.people = people;
        this.reading = reading;
    }

    /** What the units of the person asking were told of the interview; empty before they were told anything. */
    Optional<Told> told(Interview interview) {
        return told(interview, reading.of(interview.id()).answersFor());
    }

    /** The newest interviews of which the units of the person asking were told. */
    List<InterviewHeading> headings(int most) {
        Set<String> units = people.current().answersFor();
        List<Interview> found = units.isEmpty() ? List.of() : repository.toldTo(units, most);
        return found.stream()
                .flatMap(each -> told(each).stream())
                .map(InterviewParties::heading)
                .toList();
    }

    InterviewSummary summary(Told told) {
        Interview interview = told.interview();
        return new InterviewSummary(
                interview.id(),
                interview.orderId(),
                interview.state(),
                interview.state().labelToParties(),
                InterviewReason.labels(interview.reasons()),
                null,
                interview.concludedAt());
    }

    InterviewDossier dossier(Told told) {
        return dossiers.told(
                told,
                deadlines.of(told.interview().id()).stream()
                        .filter(each -> each.kind() == DeadlineKind.INTERVIEW_RECTIFICATION)
                        .map(Deadline::due)
                        .findFirst());
    }

    private Optional<Told> told(Interview interview, Set<String> units) {
        boolean invited = steps.notice(interview.id())
                .filter(notice -> units.contains(notice.intervieweeUnit()))
                .isPresent();
        boolean answers = units.contains(interview.addresseeUnit())
                && (invited || steps.meeting(interview.id()).isPresent());
        return invited || answers ? Optional.of(new Told(interview, answers)) : Optional.empty();
    }

    private static InterviewHeading heading(Told told) {
        Interview interview = told.interview();
        return new InterviewHeading(
                interview.id(),
                interview.orderNumber(),
                told.title(),
                interview.addresseeUnit(),
                interview.state(),
                interview.state().labelToParties());
    }

    /**
     * What somebody was told of an interview.
     *
     * @param answers whether they answer for the addressee of the order and so for what was put right; otherwise they were
     *     invited, perhaps without a part in the order
     */
    record Told(Interview interview, boolean answers) {

        /** The order's title only for whom the order is addressed to. */
        String title() {
            return answers ? interview.title() : "就督办单 " + interview.orderNumber() + " 进行的约谈";
        }
    }
}
