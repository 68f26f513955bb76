package org.jackfield.engine.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.ExpressionException;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.match.QueueRule;

/** Who serves a queue, as an expression. */
public final class QueueConditions {

    private static final Logger LOG = System.getLogger(QueueConditions.class.getName());

    private QueueConditions() {}

    /** Empty for everybody; a condition that does not parse any more serves nobody, rather than everybody. */
    public static Optional<Expression> of(Queue queue) {
        if (queue.targetWorkers().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Expression.parse(queue.targetWorkers(), Scope.WORKER));
        } catch (ExpressionException e) {
            LOG.log(Level.ERROR, "queue " + queue.id() + " serves nobody: " + e.getMessage());
            return Optional.of(new Expression.Always(0, false));
        }
    }

    /** As the matcher needs it. */
    static QueueRule rule(Queue queue) {
        return new QueueRule(queue.id(), of(queue), queue.order(), queue.maxReserved());
    }
}
