package org.jackfield.engine.node;

import java.util.function.Consumer;
import org.jackfield.engine.node.Nodes.Registration;

/** A node that is alone: nobody gets its texts, and none comes in. */
public final class NoPost implements NodeMessages {

    @Override
    public void send(NodeId to, String subject, String text) {
        // Nobody is there.
    }

    @Override
    public Registration receive(String subject, Consumer<String> handler) {
        return () -> {};
    }
}
