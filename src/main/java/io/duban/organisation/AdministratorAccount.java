package io.duban.organisation;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 系统管理员: the one account that configuration creates; prints without its password.
 *
 * @param password at least 12 characters and none that this project's documents name, except in the demo
 */
@ConfigurationProperties("duban.admin")
record AdministratorAccount(
        @DefaultValue("admin") String id, @Nullable String password) {

    static final String DEMO_PASSWORD = "duban-demo";
    static final int SHORTEST_PASSWORD = 12;

    private static final Set<String> KNOWN_PASSWORDS = Set.of(DEMO_PASSWORD, "admin", "demo");

    /** Whether a password is configured; one of blanks only counts as none. */
    boolean hasPassword() {
        return password != null && !password.isBlank();
    }

    /** Whether the configured password is one that anybody could guess. */
    boolean isWeak() {
        return password == null
                || password.isBlank()
                || password.length() < SHORTEST_PASSWORD
                || password.equalsIgnoreCase(id)
                || KNOWN_PASSWORDS.contains(password.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "AdministratorAccount[" + id + "]";
    }
}
