package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final WorkingDayCalendar calendar = new WorkingDayCalendar(BundledYears.all());

    @Test
    void says_which_day_of_how_many_and_what_was_skipped() {
        assertThat(explain("2026-09-18", 5, "2026-09-22")).isEqualTo("第 3 / 5 个工作日，9月24日 24:00 到期；跳过：9月19日 周六");
    }

    @Test
    void draws_holidays_together_by_name_even_across_months() {
        assertThat(explain("2023-09-28", 2, "2023-10-07"))
                .isEqualTo("第 1 / 2 个工作日，10月8日 24:00 到期；跳过：9月29日—10月6日 中秋节、国庆节");
    }

    @Test
    void keeps_weekend_and_holiday_apart() {
        assertThat(explain("2026-09-24", 5, "2026-09-28"))
                .isEqualTo("第 1 / 5 个工作日，10月9日 24:00 到期；跳过：9月25日—27日 中秋节、10月1日—7日 国庆节");
        assertThat(explain("2021-11-10", 5, "2021-11-11")).isEqualTo("第 1 / 5 个工作日，11月17日 24:00 到期；跳过：11月13日—14日 周末");
    }

    @Test
    void a_day_off_shows_the_count_so_far() {
        assertThat(explain("2026-09-24", 5, "2026-10-05")).startsWith("第 3 / 5 个工作日，");
    }

    @Test
    void nothing_has_begun_on_the_starting_day() {
        assertThat(explain("2026-09-18", 5, "2026-09-18")).startsWith("尚未起算，共 5 个工作日，9月24日 24:00 到期");
    }

    @Test
    void names_the_year_when_it_is_another_one_and_says_that_it_is_provisional() {
        assertThat(explain("2026-12-25", 5, "2026-12-28"))
                .isEqualTo("第 1 / 5 个工作日，2027年1月4日 24:00 到期；"
                        + "跳过：12月26日—27日 周末、2027年1月1日 元旦、2027年1月2日—3日 周末"
                        + "（暂定：所跨年度的放假安排尚未载入，载入后自动更正）");
    }

    @Test
    void says_when_it_is_over() {
        assertThat(explain("2026-09-18", 5, "2026-09-25")).startsWith("已逾期，9月24日 24:00 到期");
    }

    @Test
    void days_of_the_calendar_are_called_so() {
        assertThat(calendar.dueAfterCalendarDays(LocalDate.of(2026, 9, 18), 30).explain(LocalDate.of(2026, 9, 30)))
                .isEqualTo("第 12 / 30 个自然日，10月18日 24:00 到期");
    }

    @Test
    void no_days_at_all_leave_only_the_end() {
        assertThat(explain("2026-09-18", 0, "2026-09-18")).isEqualTo("9月18日 24:00 到期");
    }

    private String explain(String from, int workingDays, String today) {
        return calendar.dueAfter(LocalDate.parse(from), workingDays).explain(LocalDate.parse(today));
    }
}
