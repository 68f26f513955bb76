package org.jackfield.engine.work;

/**
 * Which node owns a workspace, and how often it changed hands. The epoch fences: whoever writes an assignment under an old
 * one is refused. Node empty: nobody's yet.
 */
public record Ownership(String node, long epoch) {

    public static final Ownership NOBODY = new Ownership("", 0);

    /** What it is after the node took it over. */
    public Ownership takenBy(String newOwner) {
        return new Ownership(newOwner, epoch + 1);
    }
}
