package org.jackfield.engine.bpmn.check;

import java.util.Optional;
import org.jackfield.engine.bpmn.expression.ExpressionLimits;
import org.jackfield.engine.bpmn.expression.SafeExpressions;
import org.jackfield.engine.flow.FlowProblemCode;

/** Reads an expression as the engine will, without evaluating it. */
final class ExpressionCheck {

    private static final SafeExpressions EXPRESSIONS = new SafeExpressions();

    private ExpressionCheck() {}

    /** What is wrong with an expression. */
    record Bad(FlowProblemCode code, String detail) {}

    /** Empty for text without an expression and for an expression that may be used. */
    static Optional<Bad> check(String text) {
        if (!isExpression(text)) {
            return Optional.empty();
        }
        Optional<String> tooMuch = ExpressionLimits.violation(text);
        if (tooMuch.isPresent()) {
            return tooMuch.map(detail -> new Bad(FlowProblemCode.EXPRESSION_TOO_LARGE, detail));
        }
        try {
            EXPRESSIONS.createValueExpression(text);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Bad(FlowProblemCode.EXPRESSION_INVALID, String.valueOf(e.getMessage())));
        }
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
