package org.jackfield.engine.bpmn;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A class that attacks name; it sings when any model gets it loaded and made. */
public final class Canary implements JavaDelegate, ExecutionListener, TaskListener {

    private static final AtomicBoolean SUNG = new AtomicBoolean();

    public Canary() {
        SUNG.set(true);
    }

    static boolean hasSung() {
        return SUNG.get();
    }

    @Override
    public void execute(DelegateExecution execution) {
        SUNG.set(true);
    }

    @Override
    public void notify(DelegateExecution execution) {
        SUNG.set(true);
    }

    @Override
    public void notify(DelegateTask task) {
        SUNG.set(true);
    }
}
