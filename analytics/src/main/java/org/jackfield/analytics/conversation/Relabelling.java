package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the archive of an account is labelled anew after labels changed. Immutable.
 *
 * @param version the account's version that it leads to
 * @param labels the names of what changed
 * @param progress how far it is
 */
public record Relabelling(String account, long version, Set<String> labels, Progress progress) {

    /**
     * How far it is.
     *
     * @param after the last conversation that was done
     * @param total how many there were when it began
     */
    public record Progress(String after, long done, long total, Instant begun, Instant updated,
            Optional<Instant> finished) {

        static Progress begin(long total, Instant now) {
            return new Progress("", 0, total, now, now, total == 0 ? Optional.of(now) : Optional.empty());
        }

        Progress at(String last, int count, Instant now) {
            return new Progress(last, done + count, Math.max(total, done + count), begun, now, Optional.empty());
        }

        Progress end(Instant now) {
            return new Progress(after, done, done, begun, now, Optional.of(now));
        }
    }

    public Relabelling {
        labels = Set.copyOf(labels);
    }

    public boolean isFinished() {
        return progress.finished().isPresent();
    }

    /** After one more change: from the beginning, with what was not done yet. */
    static Relabelling next(Optional<Relabelling> before, Relabelling change) {
        Set<String> labels = new TreeSet<>(change.labels);
        before.filter(running -> !running.isFinished()).ifPresent(running -> labels.addAll(running.labels));
        return new Relabelling(change.account, change.version, labels, change.progress);
    }

    Relabelling with(Progress next) {
        return new Relabelling(account, version, labels, next);
    }
}
