package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 重复线索: proposes what a lead may repeat, by unit, category and the likeness of the summaries, and says what it may be merged into. */
@Service
@Transactional(readOnly = true)
public class LeadDuplicates {

    /** Of equally alike ones the earlier registered; never by the opaque reference, which is drawn by lot. */
    private static final Comparator<DuplicateProposal> MOST_ALIKE_FIRST = Comparator.comparingDouble(
                    DuplicateProposal::score)
            .reversed()
            .thenComparing(proposal -> proposal.lead().number(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(proposal -> proposal.lead().leadRef());

    private static final int MOST_PROPOSALS = 8;
    private static final double LEAST_SCORE = 0.3;

    private final LeadRepository leads;
    private final LeadSearch search;
    private final LeadVisibility visibility;
    private final People people;
    private final int days;

    LeadDuplicates(
            LeadRepository leads,
            LeadSearch search,
            LeadVisibility visibility,
            People people,
            @Value("${duban.lead.duplicate-days:180}") int days) {
        this.leads = leads;
        this.search = search;
        this.visibility = visibility;
        this.people = people;
        this.days = days;
    }

    /** What the lead may repeat, most alike first; {@code summary} may be empty, then unit and category decide. */
    public List<DuplicateProposal> proposals(Lead lead, String summary) {
        Person person = people.current();
        return search.candidates(person, lead, lead.receivedOn().minusDays(days)).stream()
                .map(other -> proposal(lead, other, summary))
                .filter(proposal -> proposal.score() >= LEAST_SCORE)
                .sorted(MOST_ALIKE_FIRST)
                .limit(MOST_PROPOSALS)
                .toList();
    }

    private static DuplicateProposal proposal(Lead lead, Lead other, String summary) {
        boolean unit = lead.accusedUnit() != null && lead.accusedUnit().equals(other.accusedUnit());
        boolean category = lead.category() != null && lead.category() == other.category();
        double text = other.summary() == null || summary.isBlank() ? 0 : Similarity.of(summary, other.summary());
        double score = (unit ? 0.4 : 0) + (category ? 0.2 : 0) + 0.4 * text;
        return new DuplicateProposal(other, score, unit, category, text);
    }

    /** The lead this one is merged into; refuses what the person may not see and what would make a chain. */
    String target(Lead lead, String ref) {
        Lead other = leads.find(ref)
                .filter(found -> visibility.isVisible(people.current(), found))
                .orElseThrow(() -> Refusal.of(
                        "duplicateOf",
                        "duplicate-unknown",
                        "D01",
                        "没有这条线索，或您无权查看，请从建议中选择。",
                        "There is no such lead that you may see; choose a proposal."));
        boolean chained =
                other.triage().duplicateOf() != null || other.leadRef().equals(lead.leadRef());
        if (chained || !leads.mergedInto(lead.leadRef()).isEmpty()) {
            throw Refusal.of(
                    "duplicateOf",
                    "duplicate-chain",
                    "D01",
                    "只能并入一条未被并案的线索，且本线索不得已有并入的线索。",
                    "A lead is merged into one that is not merged itself.");
        }
        return other.leadRef();
    }
}
