package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** A job (a timer, an asynchronous continuation) that failed for good fails its flow: nobody waits for an operator. */
final class JobFailureHandler implements IncidentHandler {

    private final FlowFailures failures;

    JobFailureHandler(FlowFailures failures) {
        this.failures = failures;
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public @Nullable Incident handleIncident(IncidentContext context, @Nullable String message) {
        ExecutionEntity execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        if (execution != null) {
            String element = context.getFailedActivityId() != null
                    ? context.getFailedActivityId()
                    : context.getActivityId();
            failures.fail(execution, element, message == null ? "a job failed" : message);
        }
        return null;
    }

    @Override
    public void resolveIncident(IncidentContext context) {}

    @Override
    public void deleteIncident(IncidentContext context) {}
}
