package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.bpmn.helper.ErrorDeclarationForProcessInstanceFinder;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.tree.ActivityExecutionHierarchyWalker;

/** Whether a boundary event or event sub-process around an element, or around its callers, catches a BPMN error. */
final class ErrorCatchers {

    private ErrorCatchers() {}

    static boolean anyFor(String errorCode, ActivityExecution execution) {
        ErrorDeclarationForProcessInstanceFinder finder = new ErrorDeclarationForProcessInstanceFinder(null, errorCode,
                execution.getActivity());
        ActivityExecutionHierarchyWalker walker = new ActivityExecutionHierarchyWalker(execution);
        walker.addScopePreVisitor(finder);
        walker.walkUntil(element -> finder.getErrorEventDefinition() != null || element == null);
        return finder.getErrorEventDefinition() != null;
    }
}
