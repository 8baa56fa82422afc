package io.duban.casework;

import io.duban.audit.AuditTrail;
import io.duban.form.FormRegistry;
import io.duban.form.FormSchema;
import io.duban.form.TypedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 补录: what was typed before the entries of a case were kept lay in the tables of its capability and could not be read
 * again. Once, before the application calls itself ready, it is carried into the entries, where {@code earlier-texts.sql} says it lies;
 * each case says so in its trail. A step of which there is an entry already is left alone.
 */
@Component
@Order(3) // after the lines of the trail that were written before it was a chain
class EarlierTexts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierTexts.class);
    private static final String SOURCE = "db/earlier-texts.sql";
    private static final Pattern HEAD = Pattern.compile("(?m)^-- \\[(\\S+) (\\S+)]$");

    private final CaseEntryRepository entries;
    private final KeptForms kept;
    private final FormRegistry registry;
    private final ObjectProvider<DirectStep> direct;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EarlierTexts(
            CaseEntryRepository entries,
            KeptForms kept,
            FormRegistry registry,
            ObjectProvider<DirectStep> direct,
            AuditTrail audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.entries = entries;
        this.kept = kept;
        this.registry = registry;
        this.direct = direct;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            transaction.executeWithoutResult(open -> carryUnlessCarried());
        } catch (DuplicateKeyException doneByAnotherNode) {
            LOG.info("another node has carried the texts of before into the entries of their cases");
        }
    }

    private void carryUnlessCarried() {
        boolean carried = jdbc.sql("select source from case_entry_carried where source = ?")
                .param(SOURCE)
                .query(String.class)
                .optional()
                .isPresent();
        if (!carried) {
            Map<String, Integer> byCase = carry();
            int all = byCase.values().stream().mapToInt(Integer::intValue).sum();
            jdbc.sql("insert into case_entry_carried (source, carried_at, entries) values (?, ?, ?)")
                    .params(SOURCE, Timestamp.from(clock.instant()), all)
                    .update();
            byCase.forEach((caseId, n) -> audit.record(caseId, "ENTRIES_CARRIED", "补录以前填写的内容 " + n + " 条，可在办理记录中查看"));
            if (all > 0) {
                LOG.info("{} texts of before were carried into the entries of {} cases", all, byCase.size());
            }
        }
    }

    private Map<String, Integer> carry() {
        Map<String, Integer> byCase = new TreeMap<>();
        String[] queries = HEAD.split(text());
        var heads = HEAD.matcher(text()).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            String step = heads.get(i).group(1);
            FormSchema form = form(heads.get(i).group(2));
            String query = queries[i + 1].strip().replaceAll(";$", "");
            List<EarlierText> texts = EarlierText.found(jdbc, query);
            texts.removeIf(each -> entries.isThere(each.place(), step));
            for (EarlierText each : texts) {
                kept.keep(form);
                TypedContent content = new TypedContent(each.fields(), Map.of());
                // In the name of no unit: where the person works today says nothing of then.
                entries.insert(each.place(), step, form, content, new Typist(each.person(), ""), each.at());
                byCase.merge(each.place().caseId(), 1, Integer::sum);
            }
        }
        return byCase;
    }

    private FormSchema form(String id) {
        return direct.stream()
                .map(DirectStep::form)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> registry.schema(id));
    }

    private static String text() {
        try {
            return new ClassPathResource(SOURCE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SOURCE + " cannot be read", unreadable);
        }
    }
}
