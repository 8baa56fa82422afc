package io.duban.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session outlives what it was begun with: a role taken away, a password changed, an account deleted. So its rights
 * are read again every few seconds, and a session whose account is gone or has another password ends; the request then
 * goes on as anybody's.
 */
final class StandingRights extends OncePerRequestFilter {

    private final EngineUsers users;
    private final long longest;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    StandingRights(EngineUsers users, Duration longest) {
        this.users = users;
        this.longest = longest.toNanos();
        sessions.setAllowSessionCreation(false);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known instanceof EngineSignIn signIn
                && signIn.ageInNanos() > longest
                && sessions.containsContext(request)) {
            users.again(signIn)
                    .ifPresentOrElse(
                            fresh -> keep(fresh, request, response),
                            () -> new SecurityContextLogoutHandler().logout(request, response, known));
        }
        chain.doFilter(request, response);
    }

    private void keep(Authentication fresh, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(fresh);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
