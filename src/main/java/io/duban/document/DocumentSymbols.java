package io.duban.document;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 发文代字 as long as nobody has set another: the short name of the province (沪) or the first character of the district
 * (徐), 教督 and the ending of the kind; a form that is numbered 年第（n）号 counts under its own name.
 */
@Component
class DocumentSymbols {

    /** GB/T 2260: the first two digits of a province and its short name. */
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "京"),
            Map.entry("12", "津"),
            Map.entry("13", "冀"),
            Map.entry("14", "晋"),
            Map.entry("15", "内蒙古"),
            Map.entry("21", "辽"),
            Map.entry("22", "吉"),
            Map.entry("23", "黑"),
            Map.entry("31", "沪"),
            Map.entry("32", "苏"),
            Map.entry("33", "浙"),
            Map.entry("34", "皖"),
            Map.entry("35", "闽"),
            Map.entry("36", "赣"),
            Map.entry("37", "鲁"),
            Map.entry("41", "豫"),
            Map.entry("42", "鄂"),
            Map.entry("43", "湘"),
            Map.entry("44", "粤"),
            Map.entry("45", "桂"),
            Map.entry("46", "琼"),
            Map.entry("50", "渝"),
            Map.entry("51", "川"),
            Map.entry("52", "黔"),
            Map.entry("53", "云"),
            Map.entry("54", "藏"),
            Map.entry("61", "陕"),
            Map.entry("62", "甘"),
            Map.entry("63", "青"),
            Map.entry("64", "宁"),
            Map.entry("65", "新"));

    private final Organisations organisations;

    DocumentSymbols(Organisations organisations) {
        this.organisations = organisations;
    }

    String usual(PaperKind kind, String issuerUnit) {
        return kind.isNumberedAsForm() ? kind.label() : shortName(organisations.get(issuerUnit)) + "教督" + kind.ending();
    }

    private static String shortName(Unit unit) {
        String first = unit.name().substring(0, unit.name().offsetByCodePoints(0, 1));
        return unit.level() == AdminLevel.PROVINCE
                ? PROVINCES.getOrDefault(unit.code().substring(0, 2), first)
                : first;
    }
}
