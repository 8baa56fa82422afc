package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 通报登记 (T22): what a bulletin that was issued does to the problems it names, and which ones are refused. */
class BulletinsTest extends EndToEnd {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String NUMBER = "沪教督通〔2026〕7号";

    @Test
    void aBulletinRaisesTheCountOfTheProblemsItNamesAndOfNoOther() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3).rectifying(7, 7, 7);

        Answer first = order.office.registers(order.id, NUMBER, TODAY, 1, 3).is(201);
        order.office.registers(order.id, "沪教督通〔2026〕8号", TODAY, 3).is(201);

        assertThat(first.body().path("problems").toString())
                .isEqualTo("[{\"seq\":1,\"bulletinCount\":1},{\"seq\":3,\"bulletinCount\":1}]");
        assertThat(count(order, 1)).isEqualTo(1);
        assertThat(count(order, 2)).isZero();
        assertThat(count(order, 3)).isEqualTo(2);
    }

    @Test
    void itStandsInTheTimelineAndTheDossierOfThoseWhoSeeTheWholeCase() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(7);
        order.office.registers(order.id, NUMBER, TODAY, 1).is(201);

        assertThat(order.timeline()).contains("登记通报：上海市 2026-10-05 印发" + NUMBER + "《关于违规收费问题整改情况的通报》，点名问题 1（累计 1 次）");
        String shown = NUMBER + "《关于违规收费问题整改情况的通报》，上海市 2026-10-05，点名问题 1";
        assertThat(order.dossier().path("facts").toString()).contains("通报", shown);
        String task = order.unit.task(order.id, "userTask_planRectification");
        assertThat(order.unit.get("/api/tasks/" + task + "/case").ok().body().toString())
                .doesNotContain(NUMBER);
        order.districtOffice.get("/api/orders/" + order.id).ok();
        assertThat(order.districtOffice.order(order.id).path("facts").toString())
                .contains(shown);
    }

    @Test
    void aBulletinStaysWithAProblemOnceItIsSignedOffButIsNoLongerHeldAgainstIt() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).rectifying(20, 20);
        order.office.registers(order.id, NUMBER, TODAY, 1).is(201);
        order.office.registers(order.id, "沪教督通〔2026〕8号", TODAY, 1).is(201);
        order.done(1);

        order.office.registers(order.id, "沪教督通〔2026〕9号", TODAY, 1).is(201);

        assertThat(count(order, 1)).isEqualTo(3);
        assertThat(order.accountabilities()).as("what is settled leads nowhere").isEmpty();
    }

    @Test
    void theCityNamesAnOrderOfADistrictInABulletinOfItsOwn() {
        Person district = as("supervision-office.310104");
        String id = district.drafts(Papers.letter("RECTIFICATION_LETTER", Papers.INSTITUTION, TODAY.plusDays(20)));
        district.does(
                id,
                "userTask_draftOrder",
                Papers.checked(Papers.letter("RECTIFICATION_LETTER", Papers.INSTITUTION, TODAY.plusDays(20))));
        Person office = as("supervision-office.310000");
        var bulletin = Papers.with(Papers.bulletin(NUMBER, TODAY, 1), "issuingUnit", "310000");
        Answer early = office.post("/api/orders/" + id + "/bulletins", bulletin).refused(409, "", "bulletin-state");
        assertThat(early.text("state")).isEqualTo("PENDING_ISSUE");
        assertThat(early.text("stateName")).isEqualTo("待签发");
        as(signerOf(id)).does(id, "userTask_issueOrder", Papers.signed());

        office.post("/api/orders/" + id + "/bulletins", bulletin).is(201);

        assertThat(office.timeline(id)).anyMatch(sentence -> sentence.contains("上海市 2026-10-05 印发" + NUMBER));
        district.post("/api/orders/" + id + "/bulletins", Papers.with(bulletin, "number", "沪教督通〔2026〕8号"))
                .refused(403, "", "bulletin-office");
    }

    @Test
    void whatIsNotABulletinOfThisOrderIsRefusedAndChangesNothing() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).rectifying(7, 7);
        order.office.registers(order.id, NUMBER, TODAY, 1).is(201);
        String path = "/api/orders/" + order.id + "/bulletins";
        var other = Papers.bulletin("沪教督通〔2026〕8号", TODAY, 1);

        order.office.registers(order.id, NUMBER, TODAY, 2).refused(422, "number", "bulletin-once");
        order.office.registers(order.id, NUMBER + " ", TODAY, 2).refused(422, "number", "bulletin-once");
        order.office.registers(order.id, "甲", TODAY, 1, 9).refused(422, "problems[1]", "unknown-problem");
        order.office.registers(order.id, "甲", TODAY, 1, 1).refused(422, "problems[1]", "problem-twice");
        order.office.registers(order.id, "甲", TODAY).refused(422, "problems", "required");
        order.office.registers(order.id, "甲", TODAY.plusDays(1), 1).refused(422, "issuedOn", "bulletin-in-future");
        order.office
                .registers(order.id, "甲", LocalDate.of(1901, 1, 1), 1)
                .refused(422, "issuedOn", "bulletin-before-order");
        order.office.post(path, Papers.with(other, "issuedOn", "2026-10-05xyz")).refused(422, "issuedOn", "date");
        order.office.registers(order.id, "字".repeat(101), TODAY, 1).refused(422, "number", "max-length");
        order.office.post(path, Papers.with(other, "title", "字".repeat(501))).refused(422, "title", "max-length");
        order.office.post(path, Papers.without(other, "title")).refused(422, "title", "required");
        order.office.post(path, Papers.with(other, "issuedOn", "2026-02-30")).refused(422, "issuedOn", "date");
        order.office
                .post(path, Papers.with(other, "problems", java.util.List.of("一")))
                .refused(422, "problems[0]", "number");
        order.office
                .post(path, Papers.with(other, "problems", java.util.Arrays.asList(1, null)))
                .refused(422, "problems[1]", "number");
        order.office.post(path, Papers.with(other, "problems", "1")).refused(422, "problems", "options");
        order.office.post(path, Papers.with(other, "title", "甲\0")).refused(422, "title", "characters");
        order.office
                .post(path, Papers.with(other, "number", java.util.List.of("甲")))
                .refused(422, "number", "text");
        order.office
                .post(path, Papers.with(other, "issuingUnit", "999999"))
                .refused(422, "issuingUnit", "unknown-unit");
        order.office
                .post(path, Papers.with(other, "issuingUnit", "310104"))
                .refused(422, "issuingUnit", "bulletin-issuer");
        order.lead.post(path, other).refused(403, "", "bulletin-office");
        order.districtOffice.post(path, other).refused(403, "", "bulletin-office");
        order.unit.post(path, other).refused(404, "", "not-found");
        as("supervision-office.310101").post(path, other).is(404);
        as("supervision-office.310000")
                .post("/api/orders/none/bulletins", other)
                .is(404);

        assertThat(count(order, 1)).isEqualTo(1);
        assertThat(count(order, 2)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from bulletin where order_id = ?", Integer.class, order.id))
                .isEqualTo(1);
    }

    @Test
    void anOrderThatHasEndedAndAProblemThatProvedUnfoundedAreNotNamed() {
        KeyOrder order = KeyOrder.drafted(duban).reported().reviewed(Papers.unfounded(1));
        Answer ended = order.office.registers(order.id, NUMBER, TODAY, 1).refused(409, "", "bulletin-state");
        assertThat(ended.text("state")).isEqualTo("CLOSED_UNFOUNDED");

        KeyOrder open = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2)
                .reported()
                .reviewed(Papers.partly(duban.today().plusDays(7)));
        open.office.registers(open.id, NUMBER, TODAY, 2).refused(422, "problems[0]", "unfounded-problem");
    }

    private static int count(KeyOrder order, int seq) {
        return order.problemLine(seq).path("bulletinCount").asInt();
    }

    private String signerOf(String id) {
        return jdbc.queryForObject(
                "select v.text_ from act_ru_variable v join act_ru_execution e on e.id_ = v.execution_id_"
                        + " where e.business_key_ = ? and v.name_ = 'issuerGroup'",
                String.class,
                id);
    }
}
