package org.jackfield.engine.node;

import java.util.function.Consumer;

/**
 * The nodes that work on one database. A node that did not show itself for a while is declared lost by another, once and
 * for all: whatever it held may then be ended or taken over, and when it comes back it is a new incarnation. Thread-safe.
 */
public interface Nodes {

    /** This node. Changes only when this node itself was declared lost, which its listeners are told. */
    NodeId self();

    /** Whether that incarnation was neither declared lost, nor stopped, nor followed by another. */
    boolean isAlive(NodeId node);

    /** Whether no other node was alive when this one last looked. */
    boolean isAlone();

    /**
     * Calls back once for each incarnation that is over: lost, stopped or followed, also those of before this start, also
     * this node's own when it was declared lost. On a thread of the implementation, one call after the other; a callback may
     * work for a while, and one that finds the database away ({@code StoreUnavailableException}) is called again.
     */
    Registration onOver(Consumer<NodeId> listener);

    /**
     * A hint that a node is gone: it is judged at once when the database saw its session end too, else by its silence as ever.
     * Returns at once.
     */
    void suspect(NodeId node);

    /** A registered listener. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
