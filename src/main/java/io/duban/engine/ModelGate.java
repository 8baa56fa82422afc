package io.duban.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * A model is code. Every file of every deployment passes here before the engine's own parsers see it, whichever door it
 * came through, also when an old one is read back from the database: plain models with our beans and variables pass,
 * everything else stops the deployment.
 */
final class ModelGate implements Deployer {

    private final Supplier<ExpressionGrammar> grammar;

    ModelGate(Supplier<ExpressionGrammar> grammar) {
        this.grammar = grammar;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        for (ResourceEntity file : deployment.getResources().values()) {
            check(file.getName(), file.getBytes());
            if (deployment.isNew() && file.getName().endsWith(".form")) {
                FormRules.checkNew(file.getName(), file.getBytes());
            }
        }
    }

    /**
     * Looks through one file.
     *
     * @throws Refusal naming the file and what in it is not allowed
     */
    void check(String name, byte[] content) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw refused(name, "文件名");
        }
        if (name.endsWith(".bpmn")) {
            new BpmnRules(name, grammar.get()).check(ModelXml.read(name, content));
        } else if (name.endsWith(".dmn")) {
            DmnRules.check(name, ModelXml.read(name, content));
        } else if (name.endsWith(".form")) {
            FormRules.check(name, content);
        } else {
            throw refused(name, "文件类型");
        }
    }

    static Refusal refused(String file, String what) {
        return Refusal.of(
                file,
                "model-gate",
                "模型即代码（设计决定）",
                "“" + file + "”中有不允许的内容：" + what + "。请改用服务任务、流程变量和已登记的表单后再部署。",
                "'" + file + "' holds something models may not hold: " + what + ".");
    }
}
