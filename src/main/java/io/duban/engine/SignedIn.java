package io.duban.engine;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person of the current request as the engine wants to know them: account, groups, districts (as tenants). */
public record SignedIn(String person, List<String> groups, List<String> tenants, boolean administrator) {

    /** The person behind this request, for code that only signed-in people reach. */
    public static SignedIn required() {
        return now().orElseThrow(() -> Refusal.forbidden("signed-in", "登录", "请先登录。", "Please sign in."));
    }

    public static Optional<SignedIn> now() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        List<String> names = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return Optional.of(new SignedIn(
                authentication.getName(),
                names.stream()
                        .filter(name -> !name.startsWith(EngineUsers.TENANT) && !name.startsWith("ROLE_"))
                        .toList(),
                names.stream()
                        .filter(name -> name.startsWith(EngineUsers.TENANT))
                        .map(name -> name.substring(EngineUsers.TENANT.length()))
                        .toList(),
                names.contains(EngineUsers.ADMINISTRATOR)));
    }
}
