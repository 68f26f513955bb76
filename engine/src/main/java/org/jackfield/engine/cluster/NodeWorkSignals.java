package org.jackfield.engine.cluster;

import java.util.function.Consumer;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes.Registration;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkSignals;

/** Signals of work distribution as messages between nodes. */
public final class NodeWorkSignals implements WorkSignals {

    private static final String SUBJECT = "work";
    private static final int PARTS = 4;

    private final NodeMessages messages;

    public NodeWorkSignals(NodeMessages messages) {
        this.messages = messages;
    }

    @Override
    public void send(String ownerNode, Signal signal) {
        messages.send(NodeId.parse(ownerNode), SUBJECT, String.join("\n", signal.account().value(),
                signal.workspaceId(), signal.kind().name(), signal.id()));
    }

    /** Hands signals from other nodes to their receiver on this one. */
    public Registration receive(Consumer<Signal> receiver) {
        return messages.receive(SUBJECT, text -> {
            String[] parts = text.split("\n", PARTS);
            if (parts.length == PARTS) {
                receiver.accept(new Signal(new AccountId(parts[0]), parts[1], Kind.valueOf(parts[2]), parts[3]));
            }
        });
    }
}
