package io.duban.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stops the start when a group of administrators is empty: the web apps would offer a stranger to become the first one
 * (CVE-2026-77226).
 */
@Component
@Order(60)
class AdministratorsExist implements ApplicationRunner {

    static final List<String> GROUPS = List.of("admin", "camunda-admin");

    private final IdentityService identityService;

    AdministratorsExist(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String group : GROUPS) {
            if (identityService
                    .createUserQuery()
                    .memberOfGroup(group)
                    .listPage(0, 1)
                    .isEmpty()) {
                throw new StartRefused("启动失败：管理员组" + group + "没有成员，请按配置建立系统管理员后再启动。" + " Start refused: the group "
                        + group + " of administrators is empty.");
            }
        }
    }
}
