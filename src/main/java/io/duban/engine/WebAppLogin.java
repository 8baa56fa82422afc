package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.context.SecurityContextHolder;

/** Hands the person Spring Security has let in on to the engine's web apps, so that there is one log-in for all. */
public class WebAppLogin extends ContainerBasedAuthenticationProvider {

    private static final String READ = WebAppLogin.class.getName() + ".read";

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return SignedIn.now()
                .map(person -> {
                    renew(request, engine, person);
                    AuthenticationResult result = AuthenticationResult.successful(person.person());
                    result.setGroups(person.groups());
                    result.setTenants(person.tenants());
                    return result;
                })
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    /** The web apps keep groups and apps with the session as they once were; ours are no older than a few seconds. */
    private static void renew(HttpServletRequest request, ProcessEngine engine, SignedIn person) {
        HttpSession session = request.getSession();
        Object read = SecurityContextHolder.getContext().getAuthentication();
        Authentications kept = AuthenticationUtil.getAuthsFromSession(session);
        if (session.getAttribute(READ) != read && kept.hasAuthenticationForProcessEngine(engine.getName())) {
            kept.addOrReplace(AuthenticationUtil.createAuthentication(
                    engine, person.person(), person.groups(), person.tenants()));
        }
        session.setAttribute(READ, read);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The front door has already answered those who are not signed in.
    }
}
