package io.duban.engine;

import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring Security in front of everything: one log-in form for people, HTTP Basic for programs, CSRF protection for
 * browsers; what is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
class FrontDoor {

    private static final String[] NEVER = {
        "/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**", "/camunda/api/admin/auth/user/*/login/**"
    };

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            EngineUsers users,
            Environment settings,
            @Value("${duban.session.rights-read-every:PT10S}") Duration longest)
            throws Exception {
        boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
        CookieRequestCache asked = new CookieRequestCache();
        CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
        plain.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(rules -> rules.requestMatchers(NEVER)
                        .denyAll()
                        .requestMatchers(Addresses.array(Addresses.PUBLIC))
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(Addresses.DESCRIPTION)
                        .access((who, where) -> new AuthorizationDecision(demo || trust.isAuthenticated(who.get())))
                        .requestMatchers(Addresses.array(Addresses.ADMINISTRATORS))
                        .hasAuthority(EngineUsers.ADMINISTRATOR)
                        .requestMatchers(Addresses.array(Addresses.SIGNED_IN))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(SignInAnswers.afterLogin(asked))
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof SignInLocked locked
                                        ? "/login?locked=" + locked.minutes()
                                        : "/login?error"))
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(SignInAnswers.entry()))
                .logout(out -> out.logoutRequestMatcher(logouts())
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, who) -> SignInAnswers.afterLogout(request, response)))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(plain)
                        .ignoringRequestMatchers(SignInAnswers::isProgram))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SignInAnswers.entry())
                        .accessDeniedHandler((request, response, denied) -> Problems.write(
                                request,
                                response,
                                HttpStatus.FORBIDDEN,
                                "无权访问该地址，请用有权限的账号登录。",
                                "You may not use this address.")))
                .addFilterBefore(new StandingRights(users, longest), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    private static RequestMatcher logouts() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new org.springframework.security.web.util.matcher.OrRequestMatcher(
                paths.matcher(org.springframework.http.HttpMethod.POST, "/logout"),
                paths.matcher(org.springframework.http.HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"));
    }

    @Bean
    FilterRegistrationBean<RawPathGate> rawPathGate() {
        FilterRegistrationBean<RawPathGate> filter = new FilterRegistrationBean<>(new RawPathGate());
        filter.setOrder(org.springframework.core.Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineIdentity> engineIdentity(IdentityService identityService) {
        FilterRegistrationBean<EngineIdentity> filter =
                new FilterRegistrationBean<>(new EngineIdentity(identityService));
        filter.addUrlPatterns(
                "/api/*",
                "/engine-rest/*",
                "/app/*",
                "/camunda/api/*",
                "/intake/*",
                "/cases/*",
                "/ledger/*",
                "/returns/*");
        filter.setOrder(10);
        return filter;
    }

    /** Within the gateway, so that our own answers pass and the engine's errors do not. */
    @Bean
    FilterRegistrationBean<QuietErrors> quietErrors() {
        FilterRegistrationBean<QuietErrors> filter = new FilterRegistrationBean<>(new QuietErrors());
        filter.addUrlPatterns("/engine-rest/*", "/camunda/*");
        filter.setOrder(30);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> webAppLogin() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("container-auth");
        filter.setInitParameters(Map.of("authentication-provider", WebAppLogin.class.getName()));
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(101);
        return filter;
    }

    /**
     * The web apps bring a CSRF filter of their own with the same cookie and header names; ours stands in front of it,
     * so theirs is replaced by one that lets through.
     */
    @Bean
    FilterRegistrationBean<Filter> oneCsrfProtection() {
        FilterRegistrationBean<Filter> filter =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(request, response));
        filter.setName("CsrfPreventionFilter");
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(102);
        return filter;
    }
}
