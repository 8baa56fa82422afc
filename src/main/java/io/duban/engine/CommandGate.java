package io.duban.engine;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine checks nothing when nobody is signed in to it. So no command of a web request reaches it without a person,
 * unless a capability has marked the call as its own ({@link SystemScope}) or the web apps ask what they need to know
 * before they can tell who is there. Timers and our start-up run on threads of their own and are not asked.
 */
final class CommandGate extends CommandInterceptor {

    /**
     * What the engine's own interfaces ask in nobody's name, once Spring Security has let the person in: is there an
     * administrator, who is in which group and tenant, may they open this app; and to which other application a
     * process belongs (here: to none).
     */
    static final Set<String> LOG_IN = Set.of(
            "org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd",
            "org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd",
            "org.camunda.bpm.engine.impl.cmd.GetProcessApplicationForDeploymentCmd",
            "org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd",
            "org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd",
            "org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd",
            "org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd",
            "org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl",
            "org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl",
            "org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl");

    private static final Logger LOG = LoggerFactory.getLogger(CommandGate.class);

    private final BooleanSupplier signedIn;

    CommandGate(BooleanSupplier signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!isAllowed(command)) {
            LOG.warn("refused without a person: {}", command.getClass().getName());
            throw Refusal.forbidden(
                    "signed-in",
                    "流程引擎不接受无主操作（设计决定）",
                    "请先登录。",
                    "Please sign in: no call reaches the process engine without a person.");
        }
        if (!asksOnly(command)) {
            RequestThread.acts();
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            RequestThread.failed(failure);
            throw failure;
        }
    }

    /** Queries, and what is asked for nobody's sake: who somebody is, and whether a password is right. */
    private static boolean asksOnly(Command<?> command) {
        return command instanceof AbstractQuery
                || SystemScope.isOpen()
                || LOG_IN.contains(command.getClass().getName());
    }

    private boolean isAllowed(Command<?> command) {
        return !RequestThread.isOne()
                || signedIn.getAsBoolean()
                || SystemScope.isOpen()
                || Context.getCommandContext() != null
                || (SignedIn.now().isPresent()
                        && LOG_IN.contains(command.getClass().getName()));
    }
}
