package io.duban.worklist;

import io.duban.engine.SystemCalls;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** Gives a group a right it lacks; what administrators have added stays. */
@Component
class Grants {

    static final String EVERY = Authorization.ANY;

    private final AuthorizationService authorizationService;
    private final SystemCalls system;

    Grants(AuthorizationService authorizationService, SystemCalls system) {
        this.authorizationService = authorizationService;
        this.system = system;
    }

    void ensure(String group, Resource resource, String id, Permission... permissions) {
        system.run(() -> {
            Authorization grant = stored(group, resource, id);
            boolean complete =
                    grant.getId() != null && Arrays.stream(permissions).allMatch(grant::isPermissionGranted);
            if (!complete) {
                Arrays.stream(permissions).forEach(grant::addPermission);
                authorizationService.saveAuthorization(grant);
            }
        });
    }

    /** Takes back what an earlier version gave. */
    void withdraw(String group, Resource resource, String id, Permission... permissions) {
        system.run(() -> {
            Authorization grant = stored(group, resource, id);
            if (grant.getId() != null && Arrays.stream(permissions).anyMatch(grant::isPermissionGranted)) {
                Arrays.stream(permissions).forEach(grant::removePermission);
                authorizationService.saveAuthorization(grant);
            }
        });
    }

    private Authorization stored(String group, Resource resource, String id) {
        return authorizationService
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .list()
                .stream()
                .findFirst()
                .orElseGet(() -> granted(group, resource, id));
    }

    private Authorization granted(String group, Resource resource, String id) {
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        return grant;
    }
}
