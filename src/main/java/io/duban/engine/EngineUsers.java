package io.duban.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a log-in against the engine's identity tables. Each group becomes an authority of the same name, each tenant
 * one with the prefix {@code tenant:}; members of {@code admin} are administrators.
 */
@Component
class EngineUsers implements AuthenticationProvider {

    static final String TENANT = "tenant:";
    static final String ADMINISTRATOR = "ROLE_ADMIN";

    private final IdentityService identityService;
    private final SystemCalls system;

    EngineUsers(IdentityService identityService, SystemCalls system) {
        this.identityService = identityService;
        this.system = system;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        boolean correct = !user.isBlank() && system.call(() -> identityService.checkPassword(user, password));
        if (!correct) {
            throw new BadCredentialsException("账号或密码不正确");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(user));
    }

    private List<GrantedAuthority> authorities(String user) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        system.run(() -> {
            identityService.createGroupQuery().groupMember(user).list().forEach(group -> {
                authorities.add(new SimpleGrantedAuthority(group.getId()));
                if ("admin".equals(group.getId())) {
                    authorities.add(new SimpleGrantedAuthority(ADMINISTRATOR));
                }
            });
            identityService
                    .createTenantQuery()
                    .userMember(user)
                    .includingGroupsOfUser(true)
                    .list()
                    .forEach(tenant -> authorities.add(new SimpleGrantedAuthority(TENANT + tenant.getId())));
        });
        return authorities;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
