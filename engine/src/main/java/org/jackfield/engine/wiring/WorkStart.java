package org.jackfield.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.engine.cluster.NodeWorkSignals;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.work.WorkSweep;
import org.jackfield.engine.work.WorkspaceOwners;
import org.springframework.context.SmartLifecycle;

/** Hears the other nodes' signals, takes workspaces over once everything is there, and again whenever a node is over. */
final class WorkStart implements SmartLifecycle {

    private static final int BEFORE_THE_EDGES = 1_000;

    private final WorkspaceOwners owners;
    private final Nodes nodes;
    private final NodeWorkSignals signals;
    private final WorkSweep sweep;
    private final List<Nodes.Registration> registrations = new ArrayList<>();

    WorkStart(WorkspaceOwners owners, Nodes nodes, NodeWorkSignals signals, WorkSweep sweep) {
        this.owners = owners;
        this.nodes = nodes;
        this.signals = signals;
        this.sweep = sweep;
    }

    @Override
    public void start() {
        registrations.add(signals.receive(owners::signal));
        registrations.add(nodes.onOver(_ -> owners.takeOverOrphans()));
        owners.takeOverOrphans();
        sweep.start();
    }

    @Override
    public void stop() {
        sweep.close();
        registrations.forEach(Nodes.Registration::close);
        registrations.clear();
    }

    @Override
    public boolean isRunning() {
        return !registrations.isEmpty();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_EDGES;
    }
}
