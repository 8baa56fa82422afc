package io.duban.budget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The whole application with the demo's units and accounts on a counted database; jobs run only when a test says so, and
 * the rights of a session, like its beginning, are not part of a life.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:budget;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "duban.session.rights-read-every=PT1H"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(CountedApplication.Counted.class)
@interface CountedApplication {

    /** Puts the counter between the application and its pool. */
    @TestConfiguration(proxyBeanMethods = false)
    class Counted {

        @Bean
        static RoundTrips roundTrips() {
            return new RoundTrips();
        }

        @Bean
        static BeanPostProcessor countedDataSource(RoundTrips trips) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? trips.counting(source) : bean;
                }
            };
        }
    }
}
