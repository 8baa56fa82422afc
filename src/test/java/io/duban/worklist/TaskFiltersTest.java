package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

class TaskFiltersTest extends WorklistTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HAL = "application/hal+json, application/json";

    @Autowired
    private TaskFilters filters;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private FilterService filterService;

    @Autowired
    private AuthorizationService authorizationService;

    @Test
    void eachRoleFindsItsOwnFiltersWithChineseNames() {
        assertThat(filtersOf(WorklistRoom.GOVERNMENT).keySet())
                .containsExactlyInAnyOrder("我的任务", "我组的任务", "已超期", "今日到期", "明日到期", "待签收");
        assertThat(filtersOf(WorklistRoom.OFFICE).keySet()).contains("待审核", "待销号", "回头看到期");
        assertThat(filtersOf(WorklistRoom.LEAD).keySet()).contains("待审核", "待销号", "全部可见");
        JsonNode properties = filtersOf(WorklistRoom.GOVERNMENT).get("待签收").path("properties");
        assertThat(properties.path("color").asText()).startsWith("#");
        assertThat(properties.path("refresh").asBoolean()).isTrue();
        assertThat(properties.path("variables").isEmpty())
                .as("the card says number and unit in words; the engine only knows codes")
                .isTrue();
    }

    @Test
    void mineAndMyGroupsAreEvaluatedForEachPerson() {
        String mine = taskDueIn(3);
        post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + mine + "/claim", "{}");
        String pile = taskDueIn(3);

        assertThat(listed(WorklistRoom.GOVERNMENT, "我的任务")).contains(mine).doesNotContain(pile);
        assertThat(listed(WorklistRoom.GOVERNMENT, "我组的任务")).contains(mine, pile);
        assertThat(listed(WorklistRoom.BUREAU, "我的任务")).doesNotContain(mine, pile);
        assertThat(listed(WorklistRoom.BUREAU, "我组的任务")).contains(mine, pile);
        assertThat(listed(WorklistRoom.OTHER_GOVERNMENT, "我组的任务")).doesNotContain(mine, pile);
        assertThat(listed(WorklistRoom.LEAD, "我组的任务")).doesNotContain(mine, pile);
        assertThat(listed(WorklistRoom.LEAD, "全部可见"))
                .as("nobody has named this process to be overseen")
                .doesNotContain(mine, pile);
        assertThat(listed(WorklistRoom.GOVERNMENT, "待签收")).doesNotContain(mine, pile);
    }

    @Test
    void aDayReachesFromAfterMidnightToTwentyFourHours() {
        LocalDate today = LocalDate.now(clock.withZone(SHANGHAI));
        String overdue = dueAt(clock.instant().minusSeconds(5));
        String endOfToday = dueAt(today.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
        String endOfTomorrow = dueAt(today.plusDays(2).atStartOfDay(SHANGHAI).toInstant());

        assertThat(listed(WorklistRoom.GOVERNMENT, "今日到期")).contains(endOfToday).doesNotContain(endOfTomorrow);
        assertThat(listed(WorklistRoom.GOVERNMENT, "明日到期"))
                .contains(endOfTomorrow)
                .doesNotContain(endOfToday, overdue);
        assertThat(listed(WorklistRoom.GOVERNMENT, "已超期")).contains(overdue).doesNotContain(endOfToday, endOfTomorrow);
    }

    @Test
    void listCountAndSingleResultAgreeInEveryWayTasklistAsks() {
        String task = taskDueIn(2);
        post(WorklistRoom.BUREAU, TASKLIST + "task/" + task + "/claim", "{}");
        String filter = TASKLIST + "filter/"
                + filtersOf(WorklistRoom.BUREAU).get("我的任务").path("id").asText();
        int mine = listed(WorklistRoom.BUREAU, "我的任务").size();

        assertThat(get(WorklistRoom.BUREAU, filter + "/count")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(mine);
        assertThat(post(WorklistRoom.BUREAU, filter + "/count", "{}")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(mine);
        assertThat(get(WorklistRoom.BUREAU, filter + "/list?maxResults=100").body())
                .hasSize(mine);
        JsonNode hal = call(
                        WorklistRoom.BUREAU,
                        "POST",
                        filter + "/list?firstResult=0&maxResults=15",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}",
                        HAL)
                .body();
        assertThat(hal.path("count").asInt()).isEqualTo(mine);
        assertThat(hal.path("_embedded").path("task").path(0).path("id").asText())
                .isEqualTo(task);
        JsonNode single = post(WorklistRoom.BUREAU, filter + "/singleResult", "{\"taskId\":\"" + task + "\"}")
                .body();
        assertThat(mine == 1 ? single.path("id").asText() : task).isEqualTo(task);
    }

    @Test
    void pagesSortedByAnEqualDateNeitherRepeatNorLoseATask() {
        Instant sameDue = clock.instant().plusSeconds(900_000);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(dueAt(sameDue));
        }
        String filter = TASKLIST + "filter/"
                + filtersOf(WorklistRoom.GOVERNMENT).get("我组的任务").path("id").asText();

        List<String> paged = new ArrayList<>();
        JsonNode page = parsed("[]");
        for (int first = 0; first == 0 || !page.isEmpty(); first += 3) {
            page = post(WorklistRoom.GOVERNMENT, filter + "/list?firstResult=" + first + "&maxResults=3", "{}")
                    .body();
            page.forEach(task -> paged.add(task.path("id").asText()));
        }

        assertThat(paged).doesNotHaveDuplicates().containsAll(all);
    }

    @Test
    void aSecondStartAddsNothing() {
        long filtersBefore = filterService.createFilterQuery().count();
        long grantsBefore = authorizationService.createAuthorizationQuery().count();

        filters.run(new DefaultApplicationArguments());
        grants.start();

        assertThat(filterService.createFilterQuery().count())
                .isEqualTo(filtersBefore)
                .isEqualTo(WorklistFilter.values().length);
        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(grantsBefore);
    }

    private String dueAt(Instant due) {
        return taskOf(cases.start(due, far()));
    }

    private Map<String, JsonNode> filtersOf(String person) {
        Map<String, JsonNode> byName = new HashMap<>();
        get(person, TASKLIST + "filter?resourceType=Task&maxResults=100")
                .body()
                .forEach(filter -> byName.put(filter.path("name").asText(), filter));
        return byName;
    }

    private List<String> listed(String person, String filter) {
        String id = filtersOf(person).get(filter).path("id").asText();
        List<String> ids = new ArrayList<>();
        var answer = post(person, TASKLIST + "filter/" + id + "/list?firstResult=0&maxResults=500", "{}");
        assertThat(answer.status()).isEqualTo(200);
        answer.body().forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }
}
