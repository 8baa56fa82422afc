package io.duban.engine;

import io.duban.model.ExpressionGrammar;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The one place where the engine makes an expression of a text, whatever brought it: a model, a query, a filter, a job.
 * Outside the grammar none is made, and what is made sees variables and the map of beans only.
 */
final class GuardedExpressions extends JuelExpressionManager {

    private final ExpressionGrammar grammar;
    private final ModelBeans modelBeans;

    GuardedExpressions(ExpressionGrammar grammar, ModelBeans modelBeans) {
        this.grammar = grammar;
        this.modelBeans = modelBeans;
    }

    @Override
    public Expression createExpression(String text) {
        check(text);
        return super.createExpression(text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        check(text);
        return super.createValueExpression(text);
    }

    /** Decision tables are written in FEEL. */
    @Override
    protected ElProvider createElProvider() {
        return text -> {
            throw refused();
        };
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new NarrowResolver(modelBeans));
        return resolver;
    }

    private void check(String text) {
        if (!grammar.accepts(text)) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.of(
                "expression",
                "expression",
                "模型即代码（设计决定）",
                "表达式只能是变量、已登记的服务或简单比较，请改用流程变量或服务任务。",
                "An expression is a variable, a known bean or a simple comparison; use a variable or a service task.");
    }
}
