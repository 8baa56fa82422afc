package io.duban.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
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
                        .successHandler(afterLogin(asked))
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof SignInLocked ? "/login?locked" : "/login?error"))
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(entry()))
                .logout(out -> out.logoutRequestMatcher(logouts())
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, who) -> afterLogout(request, response)))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(plain)
                        .ignoringRequestMatchers(FrontDoor::isProgram))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(entry())
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

    /** Only a program that sends its password with every request is free of the token browsers need. */
    private static boolean isProgram(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith("Basic ");
    }

    private static RequestMatcher logouts() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new org.springframework.security.web.util.matcher.OrRequestMatcher(
                paths.matcher(org.springframework.http.HttpMethod.POST, "/logout"),
                paths.matcher(org.springframework.http.HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"));
    }

    /** Back to what was asked for before, at this house: the host in the cookie is not believed. */
    private static SavedRequestAwareAuthenticationSuccessHandler afterLogin(CookieRequestCache asked) {
        var after = new SavedRequestAwareAuthenticationSuccessHandler();
        after.setRequestCache(asked);
        after.setRedirectStrategy((request, response, url) -> {
            URI wanted = URI.create(url);
            String path = String.valueOf(wanted.getRawPath()).replaceAll("^/{2,}", "/");
            response.sendRedirect((path.startsWith("/") ? path : "/")
                    + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery()));
        });
        return after;
    }

    private static void afterLogout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().endsWith("/logout")
                && request.getRequestURI().contains("/api/")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect("/login?out");
        }
    }

    private static AuthenticationEntryPoint entry() {
        LoginUrlAuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint("/login");
        form.setFavorRelativeUris(true);
        return (request, response, failure) -> {
            String path = request.getRequestURI();
            boolean program = path.startsWith("/api/")
                    || path.startsWith("/engine-rest")
                    || path.startsWith("/camunda/api/")
                    || isProgram(request);
            if (failure instanceof SignInLocked locked) {
                locked(request, response, locked);
            } else if (program) {
                Problems.write(request, response, HttpStatus.UNAUTHORIZED, "请先登录。", "Please sign in.");
            } else {
                form.commence(request, response, failure);
            }
        };
    }

    private static void locked(HttpServletRequest request, HttpServletResponse response, SignInLocked locked)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.seconds()));
        Problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "密码错误次数过多，该账号或来源暂时锁定，请在 " + locked.minutes() + " 分钟后再试。",
                "Too many wrong passwords; try again in " + locked.minutes() + " minutes.");
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
                "/api/*", "/engine-rest/*", "/app/*", "/camunda/api/*", "/intake/*", "/cases/*", "/returns/*");
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
