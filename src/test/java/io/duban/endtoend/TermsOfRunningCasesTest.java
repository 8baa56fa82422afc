package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A row of the table of terms that changes is the rule for cases that begin after it. */
class TermsOfRunningCasesTest extends EndToEnd {

    @Autowired
    private RepositoryService repositoryService;

    private String deployment = "";

    @AfterEach
    void takeTheTableBack() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void aRunningCaseKeepsItsDaysAlsoForTermsThatAreOpenedLater() throws Exception {
        KeyOrder running = KeyOrder.drafted(duban);

        deployment = deployed("outputEntry_investigationAmount", "5", "9");
        duban.clockTo("2026-10-05T09:30");
        KeyOrder begun = KeyOrder.drafted(duban);

        assertThat(running.received().due("INVESTIGATION")).isEqualTo("2026-10-13");
        assertThat(begun.received().due("INVESTIGATION")).isEqualTo("2026-10-19");
    }

    private String deployed(String entry, String from, String to) throws Exception {
        String table = Files.readString(Path.of("bpmn/due-dates.dmn"));
        String changed = table.replaceFirst("(?s)(" + entry + "\">\\s*<text>)" + from, "$1" + to);
        assertThat(changed).isNotEqualTo(table);
        return repositoryService
                .createDeployment()
                .addString("due-dates.dmn", changed)
                .deploy()
                .getId();
    }
}
