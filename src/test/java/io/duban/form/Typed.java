package io.duban.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** A small form with one input of every kind, and what a person types into it. */
final class Typed {

    static final Map<String, Object> SHOWN =
            Map.of("title", "校外培训机构违规收费", "units", java.util.List.of(Map.of("value", "310104", "label", "徐汇区")));

    static final FormSchema FORM =
            new FormSchema(json("""
            {"id": "sample", "components": [
              {"type": "text", "text": "# {{title}}"},
              {"type": "textfield", "key": "name", "label": "姓名", "validate": {"required": true, "minLength": 2, "maxLength": 8}},
              {"type": "textarea", "key": "note", "label": "说明"},
              {"type": "textfield", "key": "phone", "label": "电话", "validate": {"pattern": "[0-9]{8}"}},
              {"type": "textfield", "key": "number", "label": "编号", "readonly": true},
              {"type": "textfield", "key": "reason", "label": "理由", "validate": {"required": true},
               "conditional": {"hide": "=decision != \\"RETURN\\""}},
              {"type": "radio", "key": "decision", "label": "意见",
               "values": [{"value": "ISSUE", "label": "签发"}, {"value": "RETURN", "label": "退回"}]},
              {"type": "number", "key": "days", "label": "天数", "validate": {"min": 1, "max": 5}},
              {"type": "checkbox", "key": "masked", "label": "已核对"},
              {"type": "group", "label": "单位", "components": [
                {"type": "select", "key": "unit", "label": "单位", "valuesKey": "units"},
                {"type": "taglist", "key": "forms", "label": "方式", "values": [{"value": "A", "label": "甲"}, {"value": "B", "label": "乙"}]},
                {"type": "datetime", "key": "until", "label": "期限"}]},
              {"type": "dynamiclist", "path": "problems", "label": "问题", "components": [
                {"type": "textfield", "key": "ref", "label": "序号", "readonly": true},
                {"type": "textfield", "key": "text", "label": "表述", "validate": {"required": true}},
                {"type": "datetime", "key": "due", "label": "时限"}]}
            ]}
            """, new TypeReference<com.fasterxml.jackson.databind.JsonNode>() {}));

    private Typed() {}

    /** What arrives when somebody sends this JSON. */
    static Fields into(String json) {
        return FORM.check(fields(json), SHOWN);
    }

    /** As the renderer sends it: a box that nobody ticked as no. */
    static Map<String, Object> fields(String json) {
        Map<String, Object> fields = json(json, new TypeReference<>() {});
        fields.putIfAbsent("masked", false);
        return fields;
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return new ObjectMapper().readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }
}
