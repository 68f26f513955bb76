package org.jackfield.engine.node;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Nodes as a test says: all that are not declared over are alive. */
public final class FixedNodes implements Nodes {

    private final NodeId self;
    private final Set<NodeId> over = ConcurrentHashMap.newKeySet();
    private final List<Consumer<NodeId>> listeners = new CopyOnWriteArrayList<>();

    public FixedNodes(String name) {
        this.self = new NodeId(name, 1);
    }

    /** Declares it over and tells. */
    public void declareOver(NodeId node) {
        over.add(node);
        listeners.forEach(listener -> listener.accept(node));
    }

    @Override
    public NodeId self() {
        return self;
    }

    @Override
    public boolean isAlive(NodeId node) {
        return !over.contains(node);
    }

    @Override
    public void suspect(NodeId node) {
        declareOver(node);
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Registration onOver(Consumer<NodeId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
