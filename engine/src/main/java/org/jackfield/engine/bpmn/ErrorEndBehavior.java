package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** An error end event whose error nobody catches fails the flow; the engine alone would end it in silence. */
final class ErrorEndBehavior extends AbstractBpmnActivityBehavior {

    private final ErrorEndEventActivityBehavior thrower;

    ErrorEndBehavior(ErrorEndEventActivityBehavior thrower) {
        this.thrower = thrower;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        String code = String.valueOf(thrower.getErrorCode());
        if (!ErrorCatchers.anyFor(code, execution)) {
            throw new ModelFailureException("nothing catches the error '" + code + "'");
        }
        thrower.execute(execution);
    }
}
