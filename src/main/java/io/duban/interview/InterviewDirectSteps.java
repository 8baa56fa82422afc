package io.duban.interview;

import io.duban.casework.DirectStep;
import io.duban.casework.Told;
import io.duban.form.CommandForm;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is typed about an interview without a form of the engine. */
@Configuration(proxyBeanMethods = false)
class InterviewDirectSteps {

    static final Map<String, String> ENDING_FIELDS = Map.of("reason", "终止理由");

    static final DirectStep ENDING = new DirectStep(
            "interviewEnded", "终止约谈", Told.ISSUER, CommandForm.of("interview-ended", ENDING_FIELDS, Map.of()));

    @Bean
    DirectStep interviewEnded() {
        return ENDING;
    }
}
