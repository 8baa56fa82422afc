package io.duban.lead;

import io.duban.casework.DirectStep;
import io.duban.casework.Told;
import io.duban.form.CommandForm;
import io.duban.rectification.ProblemCategory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is typed about a lead without a form of the engine; what the reporter said and whom they named is not in it. */
@Configuration(proxyBeanMethods = false)
class LeadSteps {

    static final DirectStep TRIAGE =
            new DirectStep("leadTriaged", "研判", Told.ISSUER, CommandForm.of("lead-triaged", fields(), options()));

    @Bean
    DirectStep leadTriaged() {
        return TRIAGE;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("summary", "登记摘要");
        fields.put("accusedUnit", "被举报单位");
        fields.put("topic", "举报主题");
        fields.put("category", "问题类别");
        fields.put("inScope", "属于受理范围");
        fields.put("concrete", "线索具体");
        fields.put("duplicateOf", "重复的线索");
        fields.put("severe", "问题性质严重");
        fields.put("vile", "影响恶劣");
        fields.put("leaderConcern", "领导关注");
        fields.put("publicReaction", "群众反映强烈");
        return fields;
    }

    private static Map<String, Map<String, String>> options() {
        return Map.of(
                "topic",
                labels(LeadTopic.values(), LeadTopic::label),
                "category",
                labels(ProblemCategory.values(), ProblemCategory::label));
    }

    /** In the order of the type, so that the form is the same at every start. */
    private static <T extends Enum<T>> Map<String, String> labels(T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(values).forEach(each -> labels.put(each.name(), label.apply(each)));
        return labels;
    }
}
