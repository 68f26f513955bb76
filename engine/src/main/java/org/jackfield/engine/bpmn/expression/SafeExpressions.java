package org.jackfield.engine.bpmn.expression;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * The engine's expressions, cut down: the grammar has no method calls, names resolve to variables only, and the functions
 * are those of {@link FlowFunctions}. It holds for BPMN and for expressions inside DMN, also for a model that reached the
 * engine past the check at deployment. Thread-safe.
 */
public final class SafeExpressions extends JuelExpressionManager {

    private static final int PARSED_EXPRESSIONS_KEPT = 2000;

    public SafeExpressions() {
        setExpressionFactory(new ExpressionFactoryImpl(
                new TreeStore(new Builder(Builder.Feature.VARARGS), new Cache(PARSED_EXPRESSIONS_KEPT))));
    }

    /** Dropped: the engine would add functions of its own, such as one that names the signed-in user. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    public ValueExpression createValueExpression(String expression) {
        ExpressionLimits.violation(expression)
                .ifPresent(problem -> {
                    throw new ELException(problem);
                });
        return super.createValueExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        return new SafeResolver();
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(@Nullable String prefix, String name) {
                return prefix == null || prefix.isEmpty() ? FlowFunctions.find(name) : null;
            }
        };
    }
}
