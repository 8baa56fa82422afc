package io.duban.budget;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Resource;
import org.h2.jdbcx.JdbcDataSource;

/** The same models on an engine with every setting left as it comes, and nothing behind the service tasks. */
final class BareLife extends Life implements AutoCloseable {

    static final Date IN_A_WEEK = Date.from(Instant.now().plus(7, ChronoUnit.DAYS));
    private static final String ROOT = "supervision-order.bpmn";

    private final ProcessEngine engine;

    private BareLife(ProcessEngine engine, RoundTrips trips) {
        super(engine, trips);
        this.engine = engine;
    }

    /** A new engine on a database of its own with the deployment that the application made for orders. */
    static BareLife with(RepositoryService application, RoundTrips trips) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:bare-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        ProcessEngine engine = configuration(trips.counting(source)).buildProcessEngine();
        String deployment = application
                .createDeploymentQuery()
                .deploymentName(ROOT)
                .singleResult()
                .getId();
        var copy = engine.getRepositoryService().createDeployment().name(ROOT);
        for (Resource resource : application.getDeploymentResources(deployment)) {
            copy.addInputStream(resource.getName(), application.getResourceAsStream(deployment, resource.getName()));
        }
        copy.deploy();
        return new BareLife(engine, trips);
    }

    private static ProcessEngineConfigurationImpl configuration(DataSource source) {
        ProcessEngineConfigurationImpl bare = new StandaloneProcessEngineConfiguration();
        bare.setProcessEngineName("bare-" + UUID.randomUUID());
        bare.setDataSource(source);
        bare.setDatabaseSchemaUpdate("create");
        bare.setJobExecutorActivate(false);
        bare.setBeans(delegates());
        return bare;
    }

    private static Map<Object, Object> delegates() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("publishOrder", sets(Map.of("orderNumber", "2026年第（1）号", "deemedDeliveryDue", IN_A_WEEK)));
        beans.put("confirmProblems", sets(Map.of("founded", true)));
        beans.put("openRectification", sets(Map.of("rectificationDue", IN_A_WEEK, "rectificationReminder", IN_A_WEEK)));
        beans.put("recordSignOff", sets(Map.of("lookBackDue", IN_A_WEEK)));
        beans.put("openLookBack", sets(Map.of()));
        beans.put("archiveOrder", sets(Map.of()));
        beans.put("openProblems", new OneProblem());
        return beans;
    }

    private static JavaDelegate sets(Map<String, Object> variables) {
        return execution -> variables.forEach(execution::setVariable);
    }

    /** The collection of the multi-instance. */
    public static final class OneProblem {
        public List<String> of(String caseId) {
            return List.of("problem-1 of " + caseId);
        }
    }

    @Override
    String begin() {
        String caseId = UUID.randomUUID().toString();
        Map<String, Object> start = new HashMap<>();
        start.put("caseId", caseId);
        start.put("instrument", "KEY_ISSUE_ORDER");
        start.put("issuerUnit", "310000");
        start.put("districtUnit", "310104");
        start.put("addresseeUnit", "310104");
        start.put("accusedUnit", "310104T001");
        start.put("drafterGroup", "supervision-office.310000");
        start.put("issuerGroup", "supervision-lead.310000");
        start.put("signOffGroup", "supervision-office.310000");
        start.put("lookBackGroup", "inspector.310000");
        start.put("receiverGroup", "government.310104");
        start.put("rectifierGroup", "institution-head.310104T001");
        start.put("investigationNeeded", true);
        engine.getRuntimeService().startProcessInstanceByKey("supervisionOrder", caseId, start);
        return caseId;
    }

    @Override
    void claim(String taskId, Step step) {
        engine.getTaskService().claim(taskId, step.person());
    }

    @Override
    void complete(String taskId, Step step) {
        engine.getTaskService().complete(taskId, step.flags());
    }

    @Override
    public void close() {
        engine.close();
    }
}
