package io.duban.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets a capability speak to the engine in its own name, after it has itself decided that the person may do what they
 * ask. The calls are marked as such ({@link SystemScope}), the person's engine identity is put back whatever happens.
 */
@Component
public class SystemCalls {

    private final IdentityService identityService;

    SystemCalls(IdentityService identityService) {
        this.identityService = identityService;
    }

    public <T> T call(Supplier<T> work) {
        Authentication person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try (SystemScope marked = SystemScope.open()) {
            return work.get();
        } finally {
            if (person != null) {
                restore(person);
            }
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private void restore(Authentication person) {
        identityService.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
    }
}
