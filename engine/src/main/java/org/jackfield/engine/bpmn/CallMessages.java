package org.jackfield.engine.bpmn;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Delivers a message to the nearest scope that waits for it, climbing from an execution to its parents and on to the
 * caller of a called process. Only executions of this instance are read, each by its id: no query looks through others.
 */
final class CallMessages {

    static final String HUNG_UP = "caller-hung-up";
    static final String LOST = "call-lost";
    static final String REDIRECTED = "call-redirected";

    private CallMessages() {}

    /** Whether something around the execution took it. */
    static boolean deliver(String message, ExecutionEntity from) {
        Optional<EventSubscriptionEntity> nearest = findAbove(message, from);
        nearest.ifPresent(subscription -> subscription.eventReceived(null, false));
        return nearest.isPresent();
    }

    /** As {@link #deliver}, for an instance of which no waiting element is known: its innermost executions are tried. */
    static boolean deliverToInstance(String message, ExecutionEntity instance) {
        Optional<EventSubscriptionEntity> nearest = findBelow(message, instance);
        nearest.ifPresent(subscription -> subscription.eventReceived(null, false));
        return nearest.isPresent();
    }

    private static Optional<EventSubscriptionEntity> findAbove(String message, ExecutionEntity from) {
        ExecutionEntity at = from;
        while (at != null) {
            Optional<EventSubscriptionEntity> here = at(message, at);
            if (here.isPresent()) {
                return here;
            }
            at = at.getParent() != null ? at.getParent() : at.getSuperExecution();
        }
        return Optional.empty();
    }

    private static Optional<EventSubscriptionEntity> findBelow(String message, ExecutionEntity execution) {
        ExecutionEntity called = execution.getSubProcessInstance();
        List<ExecutionEntity> inner = called != null ? List.of(called) : List.copyOf(execution.getExecutions());
        for (ExecutionEntity child : inner) {
            Optional<EventSubscriptionEntity> found = findBelow(message, child);
            if (found.isPresent()) {
                return found;
            }
        }
        return at(message, execution);
    }

    private static Optional<EventSubscriptionEntity> at(String message, ExecutionEntity execution) {
        return execution.getEventSubscriptions()
                .stream()
                .filter(subscription -> subscription.isSubscriptionForEventType(EventType.MESSAGE)
                        && message.equals(subscription.getEventName()))
                .findFirst();
    }
}
