package org.jackfield.engine.wiring;

import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.bpmn.FlowEngineSettings;
import org.jackfield.engine.store.flow.JobLocks;
import org.springframework.context.SmartLifecycle;

/**
 * Lets due timers fire only when every part that they may call is there, and stops them before any of it goes, but after the
 * calls: those that may end by themselves while the node drains need their timers.
 */
final class FlowJobsLifecycle implements SmartLifecycle {

    private final FlowEngine engine;
    private final FlowEngineSettings settings;
    private final JobLocks locks;
    private volatile boolean running;

    FlowJobsLifecycle(FlowEngine engine, FlowEngineSettings settings, JobLocks locks) {
        this.engine = engine;
        this.settings = settings;
        this.locks = locks;
    }

    @Override
    public void start() {
        locks.release(settings.node());
        engine.startJobs();
        running = true;
    }

    @Override
    public void stop() {
        engine.stopJobs();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return CallLifecycle.PHASE - 1;
    }
}
