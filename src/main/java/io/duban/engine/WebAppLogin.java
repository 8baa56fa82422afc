package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/** Hands the person Spring Security has let in on to the engine's web apps, so that there is one log-in for all. */
public class WebAppLogin extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return SignedIn.now()
                .map(person -> {
                    AuthenticationResult result = AuthenticationResult.successful(person.person());
                    result.setGroups(person.groups());
                    result.setTenants(person.tenants());
                    return result;
                })
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The front door has already answered those who are not signed in.
    }
}
