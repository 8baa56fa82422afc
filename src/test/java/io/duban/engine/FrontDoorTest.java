package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What the door lets through to whom: every address there is, in the demo and outside it. */
class FrontDoorTest {

    private final WebApplicationContextRunner house = new WebApplicationContextRunner()
            .withInitializer(
                    started -> started.getBeanFactory().setConversionService(new ApplicationConversionService()))
            .withConfiguration(AutoConfigurations.of(
                    SecurityAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class))
            .withBean(IdentityService.class, () -> mock(IdentityService.class))
            .withBean(EngineUsers.class, FrontDoorTest::users)
            .withUserConfiguration(FrontDoor.class);

    @Test
    void outsideTheDemoAStrangerReachesThePublicAddressesOnly() {
        house.run(started -> {
            assertThat(Addresses.PUBLIC).allMatch(each -> reaches(started, each, null));
            assertThat(closed()).noneMatch(each -> reaches(started, each, null));
            assertThat(reaches(started, Addresses.DESCRIPTION, null)).isFalse();
        });
    }

    @Test
    void inTheDemoAStrangerReadsWhatTheInterfaceOffersBeside() {
        house.withPropertyValues("spring.profiles.active=demo").run(started -> {
            assertThat(closed()).noneMatch(each -> reaches(started, each, null));
            assertThat(reaches(started, Addresses.DESCRIPTION, null)).isTrue();
        });
    }

    @Test
    void whoHasSignedInReachesAllButWhatIsTheAdministrators() {
        house.run(started -> {
            assertThat(Addresses.SIGNED_IN).allMatch(each -> reaches(started, each, "somebody"));
            assertThat(reaches(started, Addresses.DESCRIPTION, "somebody")).isTrue();
            assertThat(Addresses.ADMINISTRATORS)
                    .noneMatch(each -> reaches(started, each, "somebody"))
                    .allMatch(each -> reaches(started, each, "admin"));
            assertThat(reaches(started, "/no/such/address", "admin")).isFalse();
        });
    }

    private static List<String> closed() {
        return Stream.concat(Addresses.SIGNED_IN.stream(), Addresses.ADMINISTRATORS.stream())
                .toList();
    }

    /** Whether the request comes through to whatever would answer it. */
    private static boolean reaches(ApplicationContext started, String address, @Nullable String account) {
        var request = new MockHttpServletRequest("GET", address.replace("/**", "/x"));
        request.setServletPath(request.getRequestURI());
        if (account != null) {
            request.addHeader(
                    "Authorization",
                    "Basic "
                            + java.util.Base64.getEncoder()
                                    .encodeToString(
                                            (account + ":secret").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        var within = new MockFilterChain();
        try {
            started.getBean("springSecurityFilterChain", Filter.class)
                    .doFilter(request, new MockHttpServletResponse(), within);
        } catch (java.io.IOException | jakarta.servlet.ServletException broken) {
            throw new IllegalStateException(address, broken);
        }
        return within.getRequest() != null;
    }

    private static EngineUsers users() {
        EngineUsers users = mock(EngineUsers.class);
        when(users.supports(any())).thenReturn(true);
        when(users.authenticate(any())).thenAnswer(attempt -> {
            String name = attempt.<org.springframework.security.core.Authentication>getArgument(0)
                    .getName();
            List<GrantedAuthority> rights =
                    "admin".equals(name) ? List.of(new SimpleGrantedAuthority(EngineUsers.ADMINISTRATOR)) : List.of();
            return new EngineSignIn(name, "mark", rights);
        });
        return users;
    }
}
