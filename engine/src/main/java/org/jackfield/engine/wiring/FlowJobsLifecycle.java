package org.jackfield.engine.wiring;

import java.util.List;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.bpmn.FlowEngineSettings;
import org.jackfield.engine.bpmn.ShippedFlowDeployer;
import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.engine.store.flow.JobLocks;
import org.springframework.context.SmartLifecycle;

/**
 * Deploys the shipped flows, then lets due timers fire: only when every part that they may call is there. Stops them before
 * any of it goes.
 */
final class FlowJobsLifecycle implements SmartLifecycle {

    private final FlowEngine engine;
    private final FlowEngineSettings settings;
    private final JobLocks locks;
    private final List<ShippedFlows> shipped;
    private volatile boolean running;

    FlowJobsLifecycle(FlowEngine engine, FlowEngineSettings settings, JobLocks locks,
            List<ShippedFlows> shipped) {
        this.engine = engine;
        this.settings = settings;
        this.locks = locks;
        this.shipped = List.copyOf(shipped);
    }

    @Override
    public void start() {
        ShippedFlowDeployer deployer = new ShippedFlowDeployer(engine);
        shipped.forEach(deployer::deploy);
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
}
