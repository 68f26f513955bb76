package org.jackfield.engine.bpmn;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jackfield.engine.bpmn.check.FeelCheck;

/**
 * Evaluates only the part of FEEL that a decision may use, also in a table that took another way into the engine: its
 * own parser overflows the stack on deep input, and iterations have no bound.
 */
final class GuardedFeel implements FeelEngine {

    private final FeelEngine engine = new ScalaFeelEngineFactory().createInstance();

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the engine's interface is so
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        refuse(expression);
        return engine.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        refuse(expression);
        return engine.evaluateSimpleUnaryTests(expression, input, variables);
    }

    private static void refuse(String expression) {
        FeelCheck.violation(expression).ifPresent(detail -> {
            throw new FeelException("a decision may not use this: " + detail);
        });
    }
}
