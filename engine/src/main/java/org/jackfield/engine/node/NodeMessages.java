package org.jackfield.engine.node;

import java.util.function.Consumer;
import org.jackfield.engine.node.Nodes.Registration;

/**
 * Short texts from node to node: hints that a committed row is worth reading. A text may be lost with its receiver or with
 * the connection between nodes, so whoever sends one has a second way (a look at the table now and then). In order between
 * one sender and one receiver. Thread-safe.
 */
public interface NodeMessages {

    /** Sends; returns at once, does not throw. To this node itself it is handed over at once, on the caller's thread. */
    void send(NodeId to, String subject, String text);

    /** Receives texts of one subject. The handler must not block: it puts a stimulus into a mailbox. */
    Registration receive(String subject, Consumer<String> handler);
}
