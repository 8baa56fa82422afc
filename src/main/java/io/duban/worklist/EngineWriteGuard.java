package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import java.util.Set;

/**
 * Lets pass to the engine's REST interface only what the list of operations opens to the person's role: nothing typed
 * finds another way into the engine, and nobody reads more of it than their work shows them.
 */
final class EngineWriteGuard {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private EngineWriteGuard() {}

    /**
     * Lets the call through or refuses it.
     *
     * @throws Refusal (403) that says where the same thing is done instead
     */
    static void check(EngineCall call, SignedIn person) {
        boolean reading = READING.contains(call.method());
        if ((reading || !call.encoded()) && EngineOperations.allow(call, person)) {
            return;
        }
        if (reading) {
            throw Refusal.forbidden(
                    "engine-read",
                    "岗位权限",
                    "您的岗位不能由此查看流程数据。请在待办和“案情”页查看。",
                    "Your role does not read process data this way; see your tasks and the dossier.");
        }
        throw Refusal.forbidden(
                "engine-write",
                "留痕与流程变量清单（设计决定）",
                "不能由此更改流程数据。请在待办的表单中办理；案情、附件和意见请在“案情”页查看和提交。",
                "Process data is not changed this way; use the task's form or the dossier.");
    }
}
