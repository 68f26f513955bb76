package org.jackfield.engine.work;

import java.util.Map;
import java.util.function.Predicate;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;

/** Which workers fulfil a condition, for lists that people look at. Thread-safe. */
public final class WorkerConditions {

    private final Predicate<Facts> condition;

    private WorkerConditions(Predicate<Facts> condition) {
        this.condition = condition;
    }

    /**
     * The condition as a queue may have it.
     *
     * @throws org.jackfield.engine.error.DomainException INVALID_PARAMETER when it is none
     */
    public static WorkerConditions of(String expression) {
        Checks.targets(expression);
        return expression.isBlank()
                ? new WorkerConditions(_ -> true)
                : new WorkerConditions(Expression.parse(expression, Scope.WORKER)::matches);
    }

    /** Who serves the queue. */
    public static WorkerConditions of(Queue queue) {
        return new WorkerConditions(facts -> QueueConditions.of(queue).filter(one -> !one.matches(facts)).isEmpty());
    }

    /** Whether somebody of whom only attributes are known would fulfil it. */
    public boolean matches(Map<String, ?> attributes) {
        return condition.test(Facts.ofWorker(attributes));
    }

    /** Whether the worker, in the activity of that name, fulfils it; how much he has to do is not looked at. */
    public boolean matches(Worker worker, String activityName) {
        return condition.test(Facts.ofWorker(WorkerFacts.of(worker, activityName)));
    }
}
