package io.duban.evidence;

import io.duban.engine.OutsideKey;
import io.duban.engine.StartRefused;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps the data keys of all evidence; it lies outside the database and is not the vault's, so that whoever
 * works with files never holds what opens a report. Only the demo makes one by itself.
 */
@Component
class EvidenceKeys {

    private static final OutsideKey KEY =
            new OutsideKey("佐证材料 evidence ", "duban.evidence.key-file", "DUBAN_EVIDENCE_KEY");

    private final EvidenceSeal current;

    EvidenceKeys(
            @Value("${duban.evidence.key-file:}") String file,
            @Value("${duban.evidence.key:}") String key,
            @Value("${duban.home:./data}") String home,
            Environment environment,
            JdbcClient jdbc) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        current = new EvidenceSeal(KEY.read(file, key, Path.of(home, "evidence.key"), demo));
        refuseForeignKeys(jdbc);
    }

    EvidenceSeal current() {
        return current;
    }

    private void refuseForeignKeys(JdbcClient jdbc) {
        List<String> foreign = jdbc
                .sql("select distinct kek_id from evidence_content fetch first 20 rows only")
                .query(String.class)
                .list()
                .stream()
                .filter(each -> !each.equals(current.id()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new StartRefused("启动失败 Start refused: 佐证材料用密钥 " + foreign + " 加封，现在给出的是 " + current.id()
                    + "，请设置正确的 duban.evidence.key-file (evidence is sealed under another key)");
        }
    }
}
