package org.jackfield.app.callback;

import org.jackfield.connectors.webhook.GuardedPost;
import org.jackfield.engine.directory.CallbackKeys;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.WorkStores;

/** What callbacks work with. */
public record CallbackParts(WorkStores stores, UnitOfWork unit, EventLog events, Instructions instructions, Peer peer) {

    /** How applications are asked, and what proves that it is us. */
    public record Peer(GuardedPost http, CallbackKeys keys) {}
}
