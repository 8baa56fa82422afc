package io.duban.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
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
    private final SignInLocks locks;

    EngineUsers(IdentityService identityService, SystemCalls system, SignInLocks locks) {
        this.identityService = identityService;
        this.system = system;
        this.locks = locks;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        Optional<String> source = attempt.getDetails() instanceof WebAuthenticationDetails web
                ? Optional.ofNullable(web.getRemoteAddress())
                : Optional.empty();
        Optional<String> mark = user.isBlank() ? Optional.empty() : mark(user);
        boolean correct = locks.isRight(
                user,
                source,
                () -> mark.isPresent() && system.call(() -> identityService.checkPassword(user, password)));
        if (!correct) {
            throw new BadCredentialsException("账号或密码不正确");
        }
        return new EngineSignIn(user, mark.orElseThrow(), authorities(user));
    }

    /** The same log-in with the rights of now; nothing if the account is gone or has another password. */
    Optional<EngineSignIn> again(EngineSignIn earlier) {
        String user = earlier.getName();
        return mark(user)
                .filter(earlier.password()::equals)
                .map(unchanged -> new EngineSignIn(user, unchanged, authorities(user)));
    }

    /** Tells one password of an account from the next without holding it or the hash the database keeps. */
    private Optional<String> mark(String user) {
        return system.call(() -> Optional.ofNullable(
                        identityService.createUserQuery().userId(user).singleResult()))
                .map(User::getPassword)
                .map(EngineUsers::digest);
    }

    private static String digest(String stored) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
