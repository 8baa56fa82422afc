package io.duban.budget;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The demo's accounts, each signed in once: a session asks for the password only at its beginning. */
final class Accounts {

    private static final String PASSWORD = "duban-demo";

    private final AuthenticationProvider provider;
    private final Map<String, Authentication> known = new ConcurrentHashMap<>();

    Accounts(AuthenticationProvider provider) {
        this.provider = provider;
    }

    Authentication signedIn(String person) {
        return known.computeIfAbsent(
                person, id -> provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(id, PASSWORD)));
    }
}
