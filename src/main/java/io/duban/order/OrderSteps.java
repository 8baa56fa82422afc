package io.duban.order;

import io.duban.casework.DirectStep;
import io.duban.casework.Told;
import io.duban.form.CommandForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is typed about an order without a form of the engine. */
@Configuration(proxyBeanMethods = false)
class OrderSteps {

    static final Map<String, String> BULLETIN_FIELDS = fields();

    /** 通报登记: a bulletin is public to those who know of the order. */
    static final DirectStep BULLETIN = new DirectStep(
            "bulletinRegistered",
            "登记通报",
            Told.ADDRESSEE,
            CommandForm.of("bulletin-registered", BULLETIN_FIELDS, Map.of()));

    @Bean
    DirectStep bulletinRegistered() {
        return BULLETIN;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", "文号");
        fields.put("title", "标题");
        fields.put("issuedOn", "印发日期");
        fields.put("issuingUnit", "印发单位");
        fields.put("problems", "点名的问题");
        return fields;
    }
}
