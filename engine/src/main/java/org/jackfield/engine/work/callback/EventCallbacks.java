package org.jackfield.engine.work.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.tenant.AccountId;

/**
 * Which workspaces tell somebody of their events, and how far each has come. One node at a time has the turn of a workspace:
 * until its lease is over nobody else gets it, and what it writes under a turn that is over is refused. Every method joins the
 * open unit of work. Thread-safe.
 */
public interface EventCallbacks {

    /** Those of the workspaces that have one, in one read. */
    List<EventCallback> find(AccountId account, Set<String> workspaceIds);

    /**
     * Sets it. A new one is told of what happens from now on; a changed one goes on where it is, under a new turn and as if
     * nothing had failed.
     */
    void put(EventCallback callback, Instant now);

    void remove(AccountId account, String workspaceId);

    /**
     * Looks through what is new in the stream for workspaces that tell somebody, and makes them due. The cost grows with the new
     * events, not with the callbacks. One node at a time does it; whether more is left to look through.
     */
    boolean notice(Instant now);

    /** Takes the turn of some that are due, the longest due first. */
    List<Turn> claim(Claim claim);

    /** The workspace's events that follow what was read, in order; a part of the stream at a time. */
    Page read(Turn turn, Progress progress, Set<String> types);

    /** What is open, read again; what is not kept any more is missing. */
    List<Event> reread(Turn turn, List<Progress.Open> open);

    /** Writes how far it came and keeps the turn until then; false when the turn is over, and nothing was written. */
    boolean keep(Turn turn, Progress progress, Instant until);

    /**
     * Writes how far it came and gives the turn up; false when it was over, and nothing was written.
     *
     * @param due when to go on; empty: as soon as there is news
     */
    boolean end(Turn turn, Progress progress, Optional<Instant> due, Instant now);

    /**
     * What to take.
     *
     * @param until when the turn is over
     * @param except accounts that have enough turns
     * @param failing those whose last attempt failed, or the others
     */
    record Claim(Instant now, Instant until, Set<AccountId> except, boolean failing, int limit) {}

    /** A node's turn of a workspace. */
    record Turn(EventCallback callback, long number, Progress progress) {}

    /**
     * A part of the stream.
     *
     * @param upTo the position up to which it was looked through
     * @param complete whether that is the end of the stream
     */
    record Page(List<Event> events, long upTo, boolean complete) {}
}
