package org.jackfield.engine.cluster;

import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.work.WorkNode;

/** This node as work distribution knows it: the text of its id. */
public final class NodeWorkNode implements WorkNode {

    private final Nodes nodes;

    public NodeWorkNode(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public String self() {
        return nodes.self().toString();
    }

    @Override
    public boolean isAlive(String node) {
        return !node.isEmpty() && nodes.isAlive(NodeId.parse(node));
    }

    @Override
    public boolean isAlone() {
        return nodes.isAlone();
    }
}
