package org.jackfield.engine.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jackfield.engine.event.NewEvent;

/** Publishes that the token entered or left an element: the product's history, and what the console's token follows. */
final class ElementListener implements ExecutionListener {

    private final String event;
    private final String elementType;

    private ElementListener(String event, String elementType) {
        this.event = event;
        this.elementType = elementType;
    }

    static void attach(ActivityImpl element, String elementType) {
        element.addBuiltInListener(EVENTNAME_START, new ElementListener("element.entered", elementType), 0);
        element.addBuiltInListener(EVENTNAME_END, new ElementListener("element.left", elementType));
    }

    @Override
    public void notify(DelegateExecution delegate) {
        ExecutionEntity execution = (ExecutionEntity) delegate;
        Progress.reached(execution.getCurrentActivityId());
        if (elementType.equals("endEvent")) {
            ElementEvents.current().reachedEnd(execution.getCurrentActivityId());
        }
        FlowSubject.of(execution)
                .ifPresent(subject -> ElementEvents.current()
                        .add(new NewEvent(subject.account(), subject.id(), event, data(execution))));
    }

    private Map<String, Object> data(ExecutionEntity execution) {
        ProcessDefinitionEntity process = execution.getProcessDefinition();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("element", execution.getCurrentActivityId());
        if (execution.getCurrentActivityName() != null) {
            data.put("name", execution.getCurrentActivityName());
        }
        data.put("elementType", elementType);
        data.put("process", process.getKey());
        data.put("version", process.getVersion());
        data.put("instance", execution.getProcessInstanceId());
        return data;
    }
}
