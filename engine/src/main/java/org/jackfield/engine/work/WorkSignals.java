package org.jackfield.engine.work;

import org.jackfield.engine.tenant.AccountId;

/**
 * Tells the owner of a workspace on another node that a committed row changed, so that it reads it again. A signal may be
 * lost: with its receiver, and then whoever takes over reads everything; or on its way, and then {@link WorkSweep} finds what changed. Returns at once.
 */
@FunctionalInterface
public interface WorkSignals {

    /** What changed; the id may be empty when all of its kind are to be read again. */
    record Signal(AccountId account, String workspaceId, Kind kind, String id) {}

    /** The kinds of rows that the owner's indexes are made of. */
    enum Kind {
        ITEM,
        WORKER,
        QUEUE
    }

    void send(String ownerNode, Signal signal);
}
