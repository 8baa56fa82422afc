package io.duban.lead;

import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.rectification.ProblemCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the worklist may tell of leads (问题线索), notices (督办通知), consolidations and consultations; nothing of the vault. */
@Component
@Transactional(readOnly = true)
public class LeadBook {

    private final LeadRepository leads;
    private final NoticeRepository notices;
    private final ConsolidationRepository consolidations;
    private final ConsultationRepository consultations;
    private final LeadSheet sheet;
    private final Supplements supplements;
    private final LeadVisibility visibility;
    private final People people;

    LeadBook(
            LeadRepository leads,
            NoticeRepository notices,
            ConsolidationRepository consolidations,
            ConsultationRepository consultations,
            LeadSheet sheet,
            Supplements supplements,
            LeadVisibility visibility,
            People people) {
        this.leads = leads;
        this.notices = notices;
        this.consolidations = consolidations;
        this.consultations = consultations;
        this.sheet = sheet;
        this.supplements = supplements;
        this.visibility = visibility;
        this.people = people;
    }

    /** The headings of those ids that are cases of this room, with one query for each table. */
    public List<LeadHeading> headings(Collection<String> ids) {
        List<LeadHeading> found = new ArrayList<>();
        leads.all(ids).forEach(each -> found.add(of(each)));
        notices.all(ids).forEach(each -> found.add(of(each)));
        consolidations.all(ids).forEach(each -> found.add(of(each)));
        consultations.all(ids).forEach(each -> found.add(of(each)));
        return found;
    }

    public Optional<LeadHeading> heading(String id) {
        return headings(List.of(id)).stream().findFirst();
    }

    /** The leads of these opaque references, without those the person must stand aside from: of them they learn nothing. */
    public List<LeadReference> references(List<String> leadRefs) {
        Person person = people.current();
        return leads.all(leadRefs).stream()
                .filter(each -> !visibility.mustStandAside(person, each))
                .map(each -> visibility.isVisible(person, each)
                        ? new LeadReference(each.leadRef(), true, each.state().label())
                        : new LeadReference(each.leadRef(), false, ""))
                .sorted(Comparator.comparing(LeadReference::leadRef))
                .toList();
    }

    /** The data sheet of one case; empty if it is none of this room. */
    public List<LeadFact> facts(String id) {
        return leads.find(id)
                .map(this::facts)
                .or(() -> notices.find(id).map(this::facts))
                .orElseGet(() -> heading(id)
                        .map(each -> List.of(new LeadFact("单位", each.unit()), new LeadFact("期间", each.number())))
                        .orElse(List.of()));
    }

    private List<LeadFact> facts(Lead lead) {
        List<LeadFact> facts = new ArrayList<>();
        facts.add(new LeadFact("被举报单位", sheet.name(lead.accusedUnit())));
        facts.add(new LeadFact("所在区", sheet.name(lead.districtUnit())));
        facts.add(new LeadFact(
                "类别",
                Optional.ofNullable(lead.category()).map(ProblemCategory::label).orElse("未分类")));
        facts.add(new LeadFact("是否实名", lead.named() ? "实名，凡举必查" : "匿名"));
        add(facts, "登记摘要", lead.summary());
        add(
                facts,
                "举报人补充",
                supplements
                        .latest(lead.leadRef())
                        .map(day -> day + " 补充过内容，见原文")
                        .orElse(null));
        add(
                facts,
                "承办单位",
                Optional.ofNullable(lead.handling().handlingUnit())
                        .map(sheet::name)
                        .orElse(null));
        add(
                facts,
                "认定结论",
                Optional.ofNullable(lead.handling().conclusion())
                        .map(LeadConclusion::label)
                        .orElse(null));
        add(facts, "认定意见", lead.handling().conclusionText());
        return facts;
    }

    private List<LeadFact> facts(SupervisionNotice notice) {
        return List.of(
                new LeadFact("主送单位", sheet.name(notice.districtUnit())),
                new LeadFact("督办要求", notice.requirements()),
                new LeadFact("反馈期限", notice.replyDue() + " 24:00"),
                new LeadFact("是否逾期", notice.overdue() ? "已逾期" : "未逾期"));
    }

    private static void add(List<LeadFact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new LeadFact(label, value));
        }
    }

    private LeadHeading of(Lead lead) {
        return new LeadHeading(
                lead.leadRef(),
                lead.shownNumber(),
                sheet.name(lead.accusedUnit()),
                sheet.name(lead.districtUnit()),
                "LEAD",
                "问题线索",
                lead.state());
    }

    private LeadHeading of(SupervisionNotice notice) {
        return new LeadHeading(
                notice.id(),
                notice.number(),
                notice.title(),
                sheet.name(notice.districtUnit()),
                "NOTICE",
                "督办通知",
                notice.state());
    }

    private LeadHeading of(Consolidation period) {
        return new LeadHeading(
                period.id(),
                period.shown(),
                "分区归集",
                sheet.name(period.receivingUnit()),
                "CONSOLIDATION",
                "分区归集",
                period.state());
    }

    private LeadHeading of(ConsultationRepository.Consultation month) {
        return new LeadHeading(
                month.id(), month.shown(), "举报线索会商研判", sheet.name(month.unit()), "CONSULTATION", "会商研判", month.state());
    }
}
