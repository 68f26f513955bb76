package org.jackfield.engine.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks now and then for changes whose signals did not reach the owner: the node that wrote died with the signal in its hand, or
 * the cluster is cut while the database is not. A node that is alone needs no signals, so it does not look. Thread-safe.
 */
public final class WorkSweep implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(2);
    /** A change shows when it is committed, and that can be a while after it was written. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(WorkSweep.class.getName());

    private final RecentChanges changes;
    private final WorkspaceOwners owners;
    private final WorkRuntime runtime;
    private final WorkNode node;
    private Set<RecentChanges.Change> known = Set.of();
    private Instant lookedAt;
    private volatile boolean closed;

    public WorkSweep(RecentChanges changes, WorkspaceOwners owners, WorkRuntime runtime, WorkNode node) {
        this.changes = changes;
        this.owners = owners;
        this.runtime = runtime;
        this.node = node;
        this.lookedAt = runtime.clock().instant();
    }

    /** Looks for the first time after a while, and again until it is closed. */
    public void start() {
        lookedAt = runtime.clock().instant();
        lookLater();
    }

    private void lookLater() {
        if (!closed) {
            var _ = runtime.timers().after(EVERY, () -> runtime.executor().execute(this::lookAndGoOn));
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the next look at recent changes makes up for this one", e);
        } finally {
            lookLater();
        }
    }

    private void look() {
        Instant now = runtime.clock().instant();
        if (node.isAlone()) {
            known = Set.of();
            lookedAt = now;
            return;
        }
        Duration time = Duration.between(lookedAt, now).plus(OVERLAP);
        Set<RecentChanges.Change> found = runtime.unit().read(() -> changes.within(time));
        Set<RecentChanges.Change> fresh = new HashSet<>(found);
        fresh.removeAll(known);
        fresh.forEach(change -> owners.readAgain(change.signal()));
        known = found;
        lookedAt = now;
    }
}
