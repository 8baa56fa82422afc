package io.duban.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.core.io.ClassPathResource;

/**
 * Counts the tasks of a list to a thousand and one, shown as 1000+: how many more there are helps nobody, and an exact
 * number passes over all of them each time. What the application counts in its own name is exact.
 */
final class CappedTaskCounts implements SessionFactory {

    private static final String STATEMENT = "selectCappedTaskCount";
    private static final String FILE = "db/engine/task-lists.xml";

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new Capped();
    }

    /** Makes the statement known to the engine, which has read its own by now. */
    static void mapOnto(ProcessEngineConfigurationImpl engine) {
        var statements = engine.getSqlSessionFactory().getConfiguration();
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            new XMLMapperBuilder(file, statements, FILE, statements.getSqlFragments()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    private static final class Capped extends TaskManager {

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            if (getCurrentAuthentication() == null) {
                return super.findTaskCountByQueryCriteria(query);
            }
            configureQuery(query);
            return (Long) getDbEntityManager().selectOne(STATEMENT, query);
        }
    }
}
