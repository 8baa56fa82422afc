package io.duban.lead;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The door for those who report: nobody is asked who they are, and a teacher who is signed in elsewhere is nobody here.
 * The token against forged forms lies in a cookie of these pages, so that a stranger who only looks gets no session; a
 * token that has run out gives the form back with what was typed.
 */
@Configuration(proxyBeanMethods = false)
class ReportDoor {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private static final String TOKEN = "report-token";

    /** The pages and what they are drawn with: the other door would set a cookie of its own with a picture. */
    private static final String[] PLACES = {
        "/report", "/report/**", "/site/report.css", "/site/seal.svg", "/favicon.ico"
    };

    @Bean
    @Order(1)
    SecurityFilterChain doorOfReporters(HttpSecurity http) throws Exception {
        return http.securityMatcher(PLACES)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(token()))
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .exceptionHandling(errors -> errors.accessDeniedHandler(
                        (request, response, denied) -> request.getRequestDispatcher(PublicReportController.EXPIRED)
                                .forward(request, response)))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    private static CookieCsrfTokenRepository token() {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookieName(TOKEN);
        token.setCookiePath("/report");
        token.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return token;
    }
}
