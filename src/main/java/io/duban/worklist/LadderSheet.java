package io.duban.worklist;

import io.duban.accountability.AccountabilityDossier;
import io.duban.engine.Stage;
import io.duban.interview.InterviewDossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an interview and an accountability case have in common; {@code parts} are the names of those heard one by one. */
record LadderSheet(
        String kind,
        String kindLabel,
        String number,
        String title,
        Stage stage,
        String stateLabel,
        List<Dossier.Fact> facts,
        Map<String, String> parts) {

    static LadderSheet of(InterviewDossier found) {
        List<Dossier.Fact> facts = new ArrayList<>();
        found.facts().forEach(each -> facts.add(new Dossier.Fact(each.label(), each.value())));
        found.attendees()
                .forEach(each -> facts.add(new Dossier.Fact(
                        each.role().label(), each.name() + "（" + each.unit() + " " + each.post() + "）")));
        return new LadderSheet(
                "INTERVIEW", "约谈", found.number(), found.title(), found.state(), found.stateLabel(), facts, Map.of());
    }

    static LadderSheet of(AccountabilityDossier found) {
        List<Dossier.Fact> facts = new ArrayList<>();
        found.facts().forEach(each -> facts.add(new Dossier.Fact(each.label(), each.value())));
        found.subjects().forEach(each -> facts.add(subject(each)));
        Map<String, String> parts = found.subjects().stream()
                .collect(Collectors.toMap(
                        AccountabilityDossier.Person::id, AccountabilityDossier.Person::name, (one, other) -> one));
        return new LadderSheet(
                "ACCOUNTABILITY", "问责", found.number(), found.title(), found.state(), found.stateLabel(), facts, parts);
    }

    private static Dossier.Fact subject(AccountabilityDossier.Person each) {
        String decided = each.sanctions().isEmpty() ? "" : "：" + each.sanctions();
        return new Dossier.Fact("被问责对象", each.name() + "（" + each.kind() + "，" + each.severity() + "）" + decided);
    }

    Dossier dossier(String caseId, List<Dossier.Term> terms, List<Dossier.Step> timeline) {
        return new Dossier(
                caseId, kind, kindLabel, number, title, stage.name(), stateLabel, facts, terms, List.of(), timeline);
    }
}
