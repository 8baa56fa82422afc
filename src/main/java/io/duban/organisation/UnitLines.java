package io.duban.organisation;

import io.duban.engine.UnseenCharacters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges an uploaded list of units (单位表) against the rules as a whole, before anything is written. */
final class UnitLines {

    static final Set<String> COLUMNS = new LinkedHashSet<>(List.of("code", "name", "level", "parent", "operator"));
    static final Set<String> OPTIONAL_COLUMNS = new LinkedHashSet<>(List.of("active", "stage"));

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{6,20}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private final UnitTree before;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, UploadedLine> lines = new LinkedHashMap<>();

    private UnitLines(UnitTree before) {
        this.before = before;
        before.units().forEach(unit -> units.put(unit.code(), unit));
    }

    /** What the lines would change; refuses at the first line that breaks a rule. */
    static UnitChange check(List<UploadedLine> uploaded, UnitTree before) {
        var check = new UnitLines(before);
        uploaded.forEach(check::take);
        check.lines.forEach(check::checkReferences);
        check.units.values().forEach(check::checkPlace);
        return check.change();
    }

    private void take(UploadedLine line) {
        var level = level(line);
        var unit = new Unit(
                code(line),
                name(line),
                level,
                orNull(line, "parent"),
                orNull(line, "operator"),
                active(line),
                stage(line, level));
        if (lines.put(unit.code(), line) != null) {
            throw line.refuse("code", "duplicate-code", "代码在文件中重复。", "the code appears twice in the file.");
        }
        units.put(unit.code(), unit);
    }

    private static String code(UploadedLine line) {
        var code = line.get("code");
        if (!CODE.matcher(code).matches()) {
            throw line.refuse(
                    "code", "unit-code", "代码须为6至20位数字或大写字母。", "a code has 6 to 20 digits or capital letters.");
        }
        return code;
    }

    private static String name(UploadedLine line) {
        var name = line.get("name");
        if (!NAME.matcher(name).matches() || UnseenCharacters.areIn(name)) {
            throw line.refuse(
                    "name", "unit-name", "名称须为1至100字，不含控制字符。", "a name has 1 to 100 characters, none of them unseen.");
        }
        return name;
    }

    private static AdminLevel level(UploadedLine line) {
        try {
            return AdminLevel.valueOf(line.get("level"));
        } catch (IllegalArgumentException e) {
            var known = List.of(AdminLevel.values());
            throw line.refuse("level", "unit-level", "层级须为" + known + "之一。", "the level must be one of " + known + ".");
        }
    }

    /** A unit stays as it is, and a new one is open, unless the line says otherwise. */
    private boolean active(UploadedLine line) {
        return switch (line.get("active")) {
            case "true" -> true;
            case "false" -> false;
            case "" -> before.find(line.get("code")).map(Unit::active).orElse(true);
            default -> throw line.refuse("active", "unit-active", "须为true或false。", "must be true or false.");
        };
    }

    /** A school keeps its stage unless the line says otherwise. */
    private @Nullable SchoolStage stage(UploadedLine line, AdminLevel level) {
        var typed = line.get("stage");
        if (typed.isEmpty()) {
            return level.isSchool()
                    ? before.find(line.get("code")).map(Unit::stage).orElse(null)
                    : null;
        }
        try {
            if (level.isSchool()) {
                return SchoolStage.valueOf(typed);
            }
        } catch (IllegalArgumentException e) {
            throw line.refuse(
                    "stage",
                    "unit-stage",
                    "学段须为" + List.of(SchoolStage.values()) + "之一或留空。",
                    "the stage must be one of " + List.of(SchoolStage.values()) + " or empty.");
        }
        throw line.refuse("stage", "unit-stage", "只有学校和中心校有学段，请留空。", "only schools have a stage; leave it empty.");
    }

    private static @Nullable String orNull(UploadedLine line, String column) {
        return line.find(column).orElse(null);
    }

    private void checkReferences(String code, UploadedLine line) {
        for (var column : List.of("parent", "operator")) {
            line.find(column).filter(named -> !units.containsKey(named)).ifPresent(named -> {
                throw line.refuse(
                        column, "unknown-unit", "单位“" + named + "”不存在。", "the unit \"" + named + "\" does not exist.");
            });
        }
        refuseCycle(code, line, "parent", "unit-cycle", Unit::parent);
        refuseCycle(code, line, "operator", "operator-cycle", Unit::operator);
    }

    private void refuseCycle(
            String code, UploadedLine line, String column, String rule, Function<Unit, @Nullable String> next) {
        var seen = new HashSet<String>();
        for (var at = Optional.of(code);
                at.isPresent();
                at = Optional.ofNullable(units.get(at.get())).map(next)) {
            if (!seen.add(at.get())) {
                throw line.refuse(column, rule, "单位之间形成循环。", "the units form a circle.");
            }
        }
    }

    private void checkPlace(Unit unit) {
        var parent = unit.parent() == null ? null : units.get(unit.parent());
        if (parent != null) {
            checkParent(unit, parent);
        } else if (AdminLevel.COUNTY.isAbove(unit.level())) {
            throw lineOf(unit, unit)
                    .refuse("parent", "parent-required", "区县以下单位须填写上级单位。", "a unit below county level needs a parent.");
        }
    }

    private void checkParent(Unit unit, Unit parent) {
        var own = lines.containsKey(unit.code());
        var codes = parent.code() + " / " + unit.code();
        if (!parent.level().isAbove(unit.level())) {
            throw lineOf(unit, parent)
                    .refuse(
                            own ? "parent" : "level",
                            "parent-level",
                            "上级单位的层级须高于下级单位（" + codes + "）。",
                            "a parent must be of a higher level (" + codes + ").");
        }
        if (unit.active() && !parent.active()) {
            throw lineOf(unit, parent)
                    .refuse(
                            own ? "parent" : "active",
                            "parent-inactive",
                            "在用单位的上级单位须在用（" + codes + "）。",
                            "an open unit needs an open parent (" + codes + ").");
        }
    }

    /** The line at fault is the unit's own, or, when the file does not hold it, its parent's. */
    private UploadedLine lineOf(Unit unit, Unit parent) {
        return Optional.ofNullable(lines.get(unit.code()))
                .or(() -> Optional.ofNullable(lines.get(parent.code())))
                .orElseThrow(
                        () -> new IllegalStateException("the table of units contradicts itself at " + unit.code()));
    }

    private UnitChange change() {
        var created = new ArrayList<Unit>();
        var changed = new ArrayList<Unit>();
        for (var code : lines.keySet()) {
            var unit = units.get(code);
            var known = before.find(code);
            if (known.isEmpty()) {
                created.add(unit);
            }
            if (!known.equals(Optional.ofNullable(unit))) {
                changed.add(unit);
            }
        }
        return new UnitChange(new UnitTree(units.values()), created, changed, lines.size());
    }
}
