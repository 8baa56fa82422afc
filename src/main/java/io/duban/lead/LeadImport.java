package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.lead.ImportTable.Line;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Identity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批量导入: a table of reports becomes drafts that wait for triage. Every line is judged, every fault is listed, and as
 * long as there is one nothing is kept, so that the corrected file can simply be sent again.
 */
@Service
@Transactional
public class LeadImport {

    static final List<String> COLUMNS = List.of("收到日期", "来源层级", "被举报单位", "问题类别", "举报内容", "姓名", "电话");

    static final String REPEATED = "import-repeated";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 20_000;

    private final LeadIntake intake;
    private final IntakeRules rules;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final People people;
    private final ImportMarks marks;

    LeadImport(
            LeadIntake intake,
            IntakeRules rules,
            ReceivingUnits receiving,
            Organisations organisations,
            People people,
            ImportMarks marks) {
        this.marks = marks;
        this.intake = intake;
        this.rules = rules;
        this.receiving = receiving;
        this.organisations = organisations;
        this.people = people;
    }

    /** What came of a file: so many drafts, or the faults and no draft at all. */
    record Imported(int drafts, List<ImportError> errors) {}

    /**
     * @param again whether rows that were imported before are to be kept once more
     * @throws Refusal (409) that says how many rows were imported before and how to import them all the same
     */
    Imported read(byte[] file, boolean again) {
        Person person = people.current();
        String office = rules.registrar(person).code();
        List<ImportError> errors = new ArrayList<>();
        List<StaffReport> reports = ImportTable.read(file, COLUMNS).stream()
                .flatMap(line -> report(line, person, errors).stream())
                .toList();
        if (!errors.isEmpty()) {
            return new Imported(0, List.copyOf(errors));
        }
        int known = again ? 0 : marks.known(office, reports, rules.today());
        if (known > 0) {
            throw Refusal.conflict(
                    REPEATED,
                    null,
                    "没有导入：本表 " + reports.size() + " 行中有 " + known
                            + " 行与以前导入的相同。请先核对；确需再次导入的，请重新选择文件并勾选“仍要导入”（again=true）。",
                    known + " of these " + reports.size()
                            + " rows were imported before; nothing was kept. To import them all the same, send again=true.");
        }
        intake.draft(reports);
        marks.keep(office, reports, rules.today());
        return new Imported(reports.size(), List.of());
    }

    private Optional<StaffReport> report(Line line, Person person, List<ImportError> errors) {
        int before = errors.size();
        Optional<LocalDate> day = day(line, errors);
        Optional<SourceLevel> level = level(line, errors);
        Optional<Unit> unit = unit(line, person, errors);
        Optional<ProblemCategory> category = category(line, errors);
        Optional<ReportText> text = text(line, errors);
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new StaffReport(
                        LeadChannel.IMPORT,
                        level.orElseThrow(),
                        day.orElseThrow(),
                        unit.map(Unit::code),
                        category,
                        text.orElseThrow()));
    }

    private Optional<LocalDate> day(Line line, List<ImportError> errors) {
        try {
            LocalDate day = LocalDate.parse(line.get("收到日期").replace('/', '-'));
            rules.checkDay(day);
            return Optional.of(day);
        } catch (DateTimeParseException unreadable) {
            return wrong(line, "收到日期", "应为 年-月-日，如 2026-09-01。", errors);
        } catch (Refusal refusal) {
            return wrong(line, "收到日期", String.valueOf(refusal.getMessage()), errors);
        }
    }

    private static Optional<SourceLevel> level(Line line, List<ImportError> errors) {
        return Stream.of(SourceLevel.values())
                .filter(each -> each.label().equals(line.get("来源层级")))
                .findFirst()
                .or(() -> wrong(line, "来源层级", "应为 国家、本市、区域 之一。", errors));
    }

    private Optional<Unit> unit(Line line, Person person, List<ImportError> errors) {
        String typed = line.get("被举报单位");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Unit> found = organisations
                .find(typed)
                .or(() -> receiving.reportable(typed).stream()
                        .filter(each -> each.name().equals(typed))
                        .findFirst());
        if (found.isEmpty()) {
            return wrong(line, "被举报单位", "不在单位表中，请填写单位代码或全称，不清楚的请留空。", errors);
        }
        try {
            Unit unit = receiving.accused("unit", found.get().code());
            rules.requireFree(person, unit);
            return Optional.of(unit);
        } catch (Refusal refusal) {
            return wrong(line, "被举报单位", String.valueOf(refusal.getMessage()), errors);
        }
    }

    private static Optional<ProblemCategory> category(Line line, List<ImportError> errors) {
        String typed = line.get("问题类别");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(ProblemCategory.values())
                .filter(each -> each.label().equals(typed) || each.name().equals(typed))
                .findFirst()
                .or(() -> wrong(line, "问题类别", "不在问题类别表中，不清楚的请留空。", errors));
    }

    private static Optional<ReportText> text(Line line, List<ImportError> errors) {
        String text = line.get("举报内容");
        String name = line.get("姓名");
        String phone = line.get("电话");
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            wrong(line, "举报内容", "须为 10 至 20000 字。", errors);
        }
        if (name.isEmpty() != phone.isEmpty() || name.length() > 200 || phone.length() > 200) {
            wrong(line, name.isEmpty() ? "姓名" : "电话", "实名举报须同时填写姓名和电话；匿名的两栏都留空。", errors);
        }
        Optional<Identity> identity = name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(name, phone, Optional.empty(), Optional.empty(), Optional.empty()));
        return Optional.of(new ReportText(identity, text, List.of()));
    }

    private static <T> Optional<T> wrong(Line line, String column, String sentence, List<ImportError> errors) {
        errors.add(new ImportError(line.number(), column, sentence));
        return Optional.empty();
    }
}
