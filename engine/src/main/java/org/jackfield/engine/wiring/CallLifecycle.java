package org.jackfield.engine.wiring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.node.Nodes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Recovers what dead nodes left once all is up; drains the calls before anything else stops. */
final class CallLifecycle implements SmartLifecycle {

    /** Whom it watches and how long it waits for calls at the end. */
    record Surroundings(Nodes nodes, DanglingDialogs dialogs, Duration drainTime) {}

    /** Started last and stopped first. */
    static final int PHASE = Integer.MAX_VALUE;

    private final Supplier<CallEngine> engine;
    private final Surroundings surroundings;
    private Nodes.@Nullable Registration watch;

    CallLifecycle(Supplier<CallEngine> engine, Surroundings surroundings) {
        this.engine = engine;
        this.surroundings = surroundings;
    }

    @Override
    public synchronized void start() {
        engine.get().start();
        watch = surroundings.nodes().onOver(over -> engine.get().nodeOver(over, surroundings.dialogs()));
    }

    @Override
    public synchronized void stop() {
        Nodes.Registration registered = watch;
        if (registered != null) {
            registered.close();
            watch = null;
            engine.get().drain(surroundings.drainTime());
            engine.get().close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
