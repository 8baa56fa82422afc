package io.duban.engine;

import io.duban.model.ExpressionGrammar;
import io.duban.model.Fault;
import io.duban.model.ModelSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
            if (deployment.isNew()) {
                refuse(file.getName(), "model-gate", ModelSet.newForm(file.getName(), file.getBytes()));
            }
        }
    }

    /**
     * Looks through one file.
     *
     * @throws Refusal naming the file and what in it is not allowed
     */
    void check(String name, byte[] content) {
        refuse(name, "model-gate", ModelSet.contents(name, content, grammar.get()));
    }

    private static void refuse(String name, String rule, List<Fault> faults) {
        if (!faults.isEmpty()) {
            String lines = faults.stream().map(Fault::line).collect(Collectors.joining(System.lineSeparator()));
            throw Refusal.of(
                    name,
                    rule,
                    "模型即代码（设计决定）",
                    "“" + name + "”不能部署，请改正：" + lines,
                    "'" + name + "' cannot be deployed; put it right: " + lines);
        }
    }
}
