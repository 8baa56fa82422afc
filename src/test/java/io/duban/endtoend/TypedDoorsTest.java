package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 办理记录: every way in which something typed arrives. Each writes an entry, or it is said here where it is read again or
 * why it is of no case; a new one without a line fails. The engine's own interface is answered by the same submissions.
 */
class TypedDoorsTest extends EndToEnd {

    /** WrittenWordsTest reads again what came through these. */
    private static final Set<String> KEPT = Set.of(
            "POST /api/tasks/{id}/submission",
            "POST /api/orders",
            "POST /api/orders/{id}/extensions",
            "POST /api/orders/{id}/discontinuations",
            "POST /api/orders/{id}/bulletins",
            "POST /api/interviews/{id}/ending",
            "POST /api/leads/{leadRef}/triage",
            "POST /intake/leads/{leadRef}");

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("POST /api/papers/{paper}/void", "the reason stands with the paper, on page and in archive"),
            Map.entry("POST /api/evidence/{id}/withdraw", "the reason stands with the file, on page and in archive"),
            Map.entry("POST /cases/{id}/evidence/{file}/withdraw", "the same from the page"),
            Map.entry("POST /api/cases/{id}/evidence", "files lie in the register of the case"),
            Map.entry("POST /cases/{id}/evidence", "the same from the page"),
            Map.entry("POST /api/leads", "what a reporter said lies in the vault"),
            Map.entry("POST /report", "what a reporter said lies in the vault"),
            Map.entry("POST /report/follow-up", "what a reporter said lies in the vault"),
            Map.entry("POST /report/expired", "what a reporter said is shown again and kept nowhere"),
            Map.entry("POST /intake/register", "what a reporter said lies in the vault"),
            Map.entry("POST /intake/import", "what a reporter said lies in the vault"),
            Map.entry("POST /api/disclosures", "why an identity is asked for lies in the vault"),
            Map.entry("POST /api/disclosures/{id}/view", "nothing is typed"),
            Map.entry("POST /api/tasks/{id}/claim", "nothing is typed"),
            Map.entry("POST /api/tasks/{id}/unclaim", "nothing is typed"),
            Map.entry("POST /api/report-channels", "of no case"),
            Map.entry("DELETE /api/report-channels/{id}", "of no case"),
            Map.entry("PUT /api/paper-templates/{kind}", "of no case"),
            Map.entry("POST /api/paper-templates/{kind}/preview", "of no case"),
            Map.entry("POST /api/document-symbols/{unit}/{kind}", "of no case"),
            Map.entry("POST /templates/{kind}/draft", "of no case"),
            Map.entry("POST /templates/{kind}/enable", "of no case"),
            Map.entry("POST /templates/{kind}/drop", "of no case"),
            Map.entry("PUT /api/units", "of no case"),
            Map.entry("PUT /api/accounts", "of no case"),
            Map.entry("PUT /api/calendar/years/{year}", "of no case"),
            Map.entry("PUT /api/returns/annex-5", "a return of its own, with its own history"),
            Map.entry("POST /returns/annex-5", "the same from the page"),
            Map.entry("POST /ledger/views", "of no case"),
            Map.entry("POST /ledger/views/removal", "of no case"),
            Map.entry("POST /api/demo/clock", "of no case"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyDoorThatTakesWordsKeepsThemOrSaysWhereTheyAre() {
        Map<String, String> said = new TreeMap<>(ELSEWHERE);
        KEPT.forEach(each -> said.put(each, "kept"));

        assertThat(doors()).containsExactlyInAnyOrderElementsOf(said.keySet());
    }

    private Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> writing = mapping.getMethodsCondition().getMethods().stream()
                    .filter(each -> each != RequestMethod.GET)
                    .collect(Collectors.toSet());
            mapping.getPatternValues().forEach(path -> writing.forEach(each -> doors.add(each + " " + path)));
        });
        return doors;
    }
}
