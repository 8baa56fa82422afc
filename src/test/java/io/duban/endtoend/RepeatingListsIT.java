package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A long list in Tasklist: every row comes back, a row is taken out only by its button, and a lost one is missed. */
class RepeatingListsIT extends Screens {

    private static final String DRAFT = "userTask_draftOrder";

    @Test
    void anOrderOfEightProblemsKeepsEightAndLosesOnlyTheTwoThatAreRemoved() {
        String whole = drafted();
        try (Desk office = at("supervision-office.310000").tasklist()) {
            office.claim("拟稿送签").tick("已核对").complete();
            assertThat(problems(whole)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            String fewer = drafted();
            office.tasklist().claim("拟稿送签").tick("已核对");
            office.page
                    .getByLabel("Remove list item 7")
                    .or(office.page.getByLabel("删除第 7 项"))
                    .click();
            office.page
                    .getByLabel("Remove list item 3")
                    .or(office.page.getByLabel("删除第 3 项"))
                    .click();
            office.picture("target/browser/repeating-list.png").complete();
            assertThat(problems(fewer)).containsExactly(1, 2, 4, 5, 6, 8);
        }
    }

    @Test
    void rowsLostOnTheWayAreNamedAndNothingIsChanged() {
        String order = drafted();
        Person office = as("supervision-office.310000");
        JsonNode shown =
                office.form(office.task(order, DRAFT)).ok().body().path("data").path("problems");
        List<Object> five = new ArrayList<>();
        shown.forEach(five::add);
        Map<String, Object> paper = Papers.checked(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 8));
        Answer refused = office.tries(order, DRAFT, Papers.with(paper, "problems", five.subList(0, 5)));
        refused.refused(422, "problems", "rows-lost");
        assertThat(refused.text("detail")).contains("第 6 行、第 7 行、第 8 行");
        assertThat(office.stateOf(order)).isEqualTo("DRAFTED");
    }

    private String drafted() {
        return as("supervision-office.310000").drafts(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 8));
    }

    /** Which of the eight problems are left, by the number in their words. */
    private List<Integer> problems(String order) {
        List<Integer> left = new ArrayList<>();
        as("supervision-office.310000")
                .order(order)
                .path("problems")
                .forEach(each -> left.add(
                        Integer.valueOf(each.path("description").asText().replaceAll(".*第(\\d)项.*", "$1"))));
        return left;
    }
}
