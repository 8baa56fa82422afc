package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.Stage;
import io.duban.engine.SystemCalls;
import io.duban.engine.TaskAdmission;
import io.duban.engine.VariableDeclarations;
import io.duban.form.Fields;
import io.duban.form.Flag;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.model.KnownToModels;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A capability of the size of a test: one process, two forms, and a memory of what reached it. */
@TestConfiguration(proxyBeanMethods = false)
class WorklistRoom {

    static final Flag<String> CASE = Flag.text("caseId");
    static final Flag<Boolean> RELEASED = Flag.yesNo("released");
    static final String DISTRICT = "310104";
    static final String GOVERNMENT = "government." + DISTRICT;
    static final String BUREAU = "education-bureau." + DISTRICT;
    static final String OTHER_GOVERNMENT = "government.310105";
    static final String LEAD = "supervision-lead.310000";
    static final String OFFICE = "supervision-office.310000";
    static final String ADMIN = "admin";

    /** What the forms brought, by case. */
    static final class Received {
        final Map<String, List<Fields>> fields = new HashMap<>();
        final Set<String> accused = new HashSet<>();
        final List<Instant> ticks = Collections.synchronizedList(new ArrayList<>());

        @Nullable
        Flags answer;

        Runnable meanwhile = () -> {};
    }

    /** Starts cases as a capability would: in its own name, with flags and dates only. */
    static final class Cases {
        private final RuntimeService runtimeService;
        private final SystemCalls system;

        Cases(RuntimeService runtimeService, SystemCalls system) {
            this.runtimeService = runtimeService;
            this.system = system;
        }

        String start(Instant reportDue, Instant nextTick) {
            return start("case-" + UUID.randomUUID(), reportDue, nextTick);
        }

        String start(String caseId, Instant reportDue, Instant nextTick) {
            Map<String, Object> flags = new HashMap<>();
            flags.put("caseId", caseId);
            flags.put("group", GOVERNMENT + "," + BUREAU);
            flags.put("districtUnit", DISTRICT);
            flags.put("reportDue", Date.from(reportDue));
            flags.put("nextTick", Date.from(nextTick));
            flags.put("tickAgain", false);
            system.run(() -> runtimeService.startProcessInstanceByKey("testCase", caseId, flags));
            return caseId;
        }
    }

    @Bean
    VariableDeclarations testVariables() {
        return () -> Map.of(
                "group",
                String.class,
                "reportDue",
                Date.class,
                "nextTick",
                Date.class,
                "tickAgain",
                Boolean.class,
                "released",
                Boolean.class);
    }

    /** The check of the models reads the same declarations. */
    @Bean
    KnownToModels testNames() {
        return known -> testVariables().types().forEach(known::variable);
    }

    @Bean
    Received received() {
        return new Received();
    }

    @Bean
    Cases cases(RuntimeService runtimeService, SystemCalls system) {
        return new Cases(runtimeService, system);
    }

    @Bean
    FormDesk testDesk(Received received, Cases cases, Clock clock) {
        return () -> List.of(
                FormBinding.of("testCase", "case-requested", where -> Map.of(), (where, typed) -> {
                    Instant far = clock.instant().plus(300, ChronoUnit.DAYS);
                    String caseId = cases.start(far, far);
                    received.fields.put(caseId, new ArrayList<>(List.of(typed)));
                    return Flags.of(CASE, caseId);
                }),
                FormBinding.of(
                        "userTask_writeReport",
                        "write-report",
                        WorklistRoom::shown,
                        (where, typed) -> report(received, where, typed)));
    }

    private static Map<String, Object> shown(Situation where) {
        return Map.of(
                "caseTitle",
                "试办事项 " + where.caseId(),
                "round",
                2,
                "units",
                List.of(Map.of("label", "某校", "value", "S1"), Map.of("label", "某机构", "value", "I1")));
    }

    private static Flags report(Received received, Situation where, Fields typed) {
        received.meanwhile.run();
        if (typed.text("facts").contains("不实")) {
            throw Refusal.of("facts", "truth", "INV-01", "报告内容不实，请核实。", "The report is false.");
        }
        received.fields
                .computeIfAbsent(where.caseId(), each -> new ArrayList<>())
                .add(typed);
        return received.answer == null ? Flags.of(RELEASED, typed.yesNo("released")) : received.answer;
    }

    @Bean
    TaskAdmission accusedUnits(Received received) {
        return (taskKey, caseId, person) -> {
            if (received.accused.contains(caseId + " " + person)) {
                throw Refusal.forbidden("accused-unit", "INV-05", "被举报单位不得办理。", "The accused unit stays out.");
            }
        };
    }

    @Bean
    CaseBook testBook() {
        return new CaseBook() {
            @Override
            public boolean knows(String caseId) {
                return caseId.startsWith("case-");
            }

            @Override
            public Card card(String caseId, @Nullable String subjectId, String taskKey) {
                return new Card(
                        "沪督〔2026〕1号",
                        caseId,
                        null,
                        null,
                        "OPEN",
                        "办理中",
                        null,
                        null,
                        null,
                        false,
                        0,
                        1,
                        0,
                        0,
                        0,
                        null,
                        0);
            }

            @Override
            public Dossier dossier(String caseId) {
                return new Dossier(
                        caseId,
                        "ORDER",
                        "督办单",
                        "沪督〔2026〕1号",
                        "试办",
                        "OPEN",
                        "办理中",
                        List.of(new Dossier.Fact("承办", "徐汇区")),
                        List.of(),
                        List.of(),
                        List.of());
            }

            @Override
            public Optional<Stage> stageOf(String caseId) {
                return Optional.of(Working.OPEN);
            }
        };
    }

    /** Where a case of this room stands. */
    private enum Working implements Stage {
        OPEN("办理中");

        private final String label;

        Working(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Notes when it ran and goes on for five days; a case named broken fails. */
    @Bean
    JavaDelegate tick(Received received, Clock clock) {
        return execution -> {
            String caseId = String.valueOf(execution.getVariable("caseId"));
            if (caseId.startsWith("broken")) {
                throw new IllegalStateException("broken on purpose");
            }
            if (!caseId.startsWith("daily")) {
                return;
            }
            received.ticks.add(clock.instant());
            execution.setVariable("tickAgain", received.ticks.size() < 5);
            execution.setVariable("nextTick", Date.from(clock.instant().plus(1, ChronoUnit.DAYS)));
        };
    }
}
