package io.duban.organisation;

import io.duban.engine.Refusal;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking and what they may see; read from the log-in alone, so that asking costs no database access. */
@Component
public class People {

    private static final String SPRING_ROLE = "ROLE_";
    private static final String SPRING_ADMIN = "ROLE_ADMIN";

    private final Organisations organisations;

    People(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The person behind the request; refuses when nobody is logged in. */
    public Person current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            throw Refusal.forbidden("not-logged-in", "security", "请先登录。", "Please log in first.");
        }
        return person(authentication);
    }

    /** Whether the current person sees cases of the unit: one of its units is that unit or stands above it. */
    public boolean sees(String unitCode) {
        return sees(current(), unitCode);
    }

    /** Whether the person sees cases of the unit: one of its units is that unit or stands above it. */
    public boolean sees(Person person, String unitCode) {
        return person.units().stream().anyMatch(own -> organisations.isWithin(unitCode, own));
    }

    /** Refuses unless the current person is an administrator (系统管理). */
    public void requireAdmin() {
        if (!current().isAdmin()) {
            throw Refusal.forbidden(
                    "admin-only",
                    "security",
                    "只有系统管理员可以执行此操作，请联系系统管理员。",
                    "Only an administrator may do this; ask an administrator.");
        }
    }

    private static Person person(Authentication authentication) {
        var groups = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> SPRING_ADMIN.equals(authority) ? Role.ADMIN.id() : authority)
                .filter(authority ->
                        authority != null && !authority.contains(":") && !authority.startsWith(SPRING_ROLE))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(authentication.getName(), groups);
    }
}
