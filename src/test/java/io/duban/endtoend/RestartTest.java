package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class RestartTest {

    @TempDir
    Path home;

    @TempDir
    Path models;

    @Test
    void aCaseInAnH2FileGoesOnAfterARestartAsIfNothingHadHappened() throws Exception {
        try (Installation installation = Installation.on("demo", "--duban.home=" + home)) {
            InterruptedCase.goesOn(installation);
        }
        aFolderWithOneFaultIsRefusedAndWhatIsInForceStays();
    }

    /** The same database and another folder: one model in it is new and good, another has a fault. */
    private void aFolderWithOneFaultIsRefusedAndWhatIsInForceStays() throws Exception {
        List<String> inForce = inForce();
        FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
        change("consultation.bpmn", "分析期&#10;届满", "分析期满");
        change("look-back.bpmn", "'CONSOLIDATED'", "'DONE'");

        assertThatThrownBy(() -> Installation.on("demo", "--duban.home=" + home, "--duban.models=file:" + models + "/"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("look-back.bpmn")
                .hasMessageContaining("未作任何更改");

        assertThat(inForce()).isNotEmpty().isEqualTo(inForce);
    }

    private void change(String file, String from, String to) throws Exception {
        Path path = models.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** Every deployed file, and which version of each process and table is the newest. */
    private List<String> inForce() throws Exception {
        List<String> found = new ArrayList<>();
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("duban"), "duban", "duban");
                var rows = database.createStatement()
                        .executeQuery("select id_ from act_re_procdef union all select id_ from act_re_decision_def"
                                + " union all select id_ from act_ge_bytearray where type_ = 1 order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
