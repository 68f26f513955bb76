package org.jackfield.engine.work;

/** This node among the others, as far as the ownership of workspaces needs it. Thread-safe. */
public interface WorkNode {

    /** This node's identity: another one after each start, so that an earlier run of it is somebody else. */
    String self();

    /** Whether the node is a member of the cluster now; an earlier run of this node is not. */
    boolean isAlive(String node);

    /** Whether no other node works on the same database now, as far as this one knows. */
    boolean isAlone();
}
