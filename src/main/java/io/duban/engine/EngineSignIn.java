package io.duban.engine;

import java.util.Collection;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/**
 * A log-in that remembers when its rights were read and with which password it began, so that a session can be asked
 * whether both still stand.
 */
final class EngineSignIn extends UsernamePasswordAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String password;
    private final long readAt;

    /** The mark of the password, never the password; rights are as old as this object. */
    EngineSignIn(String person, String password, Collection<? extends GrantedAuthority> authorities) {
        super(person, null, authorities);
        this.password = password;
        this.readAt = System.nanoTime();
    }

    String password() {
        return password;
    }

    /** Measured by the machine: the demo's clock may be moved, also back. */
    long ageInNanos() {
        return System.nanoTime() - readAt;
    }
}
