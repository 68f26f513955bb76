package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what changes in the archive into the index. Looks for changes five times a second, so a conversation can be found soon after it
 * is in the archive, and makes the index last every few seconds. What fails is tried again from the last position that lasts; a
 * conversation that the index cannot take is left out and logged. To be run by one thread.
 */
public final class IndexFeed {

    /** How long a change may wait to be seen, besides the time that its indexing takes. */
    public static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final int AT_ONCE = 500;
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

    private final Archive archive;
    private final ConversationIndex index;
    private final InstantSource clock;
    private long position;
    private long committed;
    private long lastCommit;

    IndexFeed(Archive archive, ConversationIndex index, InstantSource clock) {
        this.archive = archive;
        this.index = index;
        this.clock = clock;
        position = index.position();
        committed = position;
        lastCommit = clock.millis();
    }

    /** Runs until the executor ends. */
    public void start(ScheduledExecutorService executor) {
        var _ = executor.scheduleWithFixedDelay(this::catchUp, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes in all changes that are there. */
    public void catchUp() {
        try {
            while (step() == AT_ONCE) {
                LOG.debug("More changes wait behind {}", position);
            }
        } catch (RuntimeException e) {
            position = index.position();
            committed = position;
            LOG.warn("The search index is not up to date, and is tried again from position {}", position, e);
        }
    }

    /** Makes the index last up to here; to be called at the end as well. */
    public void commit() {
        if (!index.commit(committed, position)) {
            position = index.position();
        }
        committed = position;
        lastCommit = clock.millis();
    }

    private int step() {
        if (index.position() < committed) {
            position = index.position();
            committed = position;
        }
        List<Archive.Change> changes = archive.after(position, AT_ONCE);
        changes.forEach(this::take);
        if (!changes.isEmpty()) {
            position = changes.getLast().position();
        }
        index.refresh();
        if (position != committed && clock.millis() - lastCommit >= BETWEEN_COMMITS.toMillis()) {
            commit();
        }
        return changes.size();
    }

    private void take(Archive.Change change) {
        try {
            switch (change) {
                case Archive.Change.Put put -> index.put(put.conversation());
                case Archive.Change.Removed removed -> index.remove(removed.account(), removed.sid());
                case Archive.Change.Erased erased -> index.erase(erased.account());
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("The change at position {} cannot be searched for", change.position(), e);
        }
    }
}
