package io.duban.worklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.ProblemAnswers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gateway behind the front door and before the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class GatewaySetup {

    @Bean
    FilterRegistrationBean<FormGateway> formGateway(
            EngineDesk desk,
            FilterQueries filters,
            GroupCounts counts,
            EngineAttempts attempts,
            ProblemAnswers problems,
            ObjectMapper json) {
        FilterRegistrationBean<FormGateway> filter =
                new FilterRegistrationBean<>(new FormGateway(desk, filters, counts, attempts, problems, json));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<QueryBodies> queryBodies(
            @Value("${duban.limits.ids:500}") int most, ProblemAnswers problems, ObjectMapper json) {
        FilterRegistrationBean<QueryBodies> filter =
                new FilterRegistrationBean<>(new QueryBodies(most, problems, json));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(15);
        return filter;
    }
}
