package org.jackfield.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.call.CallStatus.Trigger;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.tenant.AccountId;

/**
 * The record of one leg. The caller's leg is the root: its id is the business key of the process instance and the key of
 * every event of the call; other legs name it as their parent. Immutable; {@code version} grows by one with each stored
 * change, so two writers cannot overwrite each other.
 */
public record Call(AccountId account, String id, Parties parties, CallStatus status, Run run, Placement placement,
        Times times, Optional<EndCause> endCause, long version) {

    /** Who talks: the leg's direction, both addresses, and the root that it belongs to when it is not one itself. */
    public record Parties(CallDirection direction, String from, String to, Optional<String> parent) {}

    /** What runs on the call, once it was started; always empty for a leg with a parent. */
    public record Run(Optional<String> flowKey, int flowVersion, Optional<String> processInstance) {
        public static final Run NONE = new Run(Optional.empty(), 0, Optional.empty());
    }

    /** The node that holds the leg, at which of its starts, and how the peer knows the leg. */
    public record Placement(String node, long incarnation, Optional<DialogIdentity> dialog) {
        public Placement(String node, long incarnation) {
            this(node, incarnation, Optional.empty());
        }
    }

    /** When it was made, answered and ended. */
    public record Times(Instant created, Optional<Instant> answered, Optional<Instant> ended) {}

    /** A new leg that waits to ring. */
    public static Call queued(AccountId account, String id, Parties parties, Placement placement, Instant now) {
        return new Call(account, id, parties, CallStatus.TABLE.initial(), Run.NONE, placement,
                new Times(now, Optional.empty(), Optional.empty()), Optional.empty(), 0);
    }

    public boolean isOver() {
        return status.isFinal();
    }

    public boolean isAnswered() {
        return status == CallStatus.IN_PROGRESS;
    }

    /** The id of the root: its own when it has no parent. */
    public String root() {
        return parties.parent().orElse(id);
    }

    /** From the answer to the end; zero for a leg that was never answered, empty while it is up. */
    public Optional<Duration> talked() {
        return times.ended()
                .map(end -> times.answered().map(start -> Duration.between(start, end)).orElse(Duration.ZERO));
    }

    /** The record after ringing began; empty when the table does not allow it. */
    public Optional<Call> ringing() {
        return move(Trigger.RINGS, times, endCause);
    }

    /** The record after the answer; empty when the table does not allow it. */
    public Optional<Call> answered(Instant now, Optional<DialogIdentity> dialog) {
        return move(Trigger.ANSWERED, new Times(times.created(), Optional.of(now), Optional.empty()), endCause)
                .map(call -> call.with(new Placement(placement.node(), placement.incarnation(), dialog)));
    }

    /** The record after the end; empty when it ended before. */
    public Optional<Call> ended(EndCause cause, Instant now) {
        return end(Endings.trigger(status, cause), cause, now);
    }

    /** The record after the flow failed; empty when the leg ended before. */
    public Optional<Call> failed(EndCause cause, Instant now) {
        return end(Trigger.FAILS, cause, now);
    }

    /** The record with what runs on it. */
    public Call running(Run newRun) {
        return new Call(account, id, parties, status, newRun, placement, times, endCause, version);
    }

    /** The record as a store returns it after the change was written. */
    public Call stored(long newVersion) {
        return new Call(account, id, parties, status, run, placement, times, endCause, newVersion);
    }

    private Call with(Placement newPlacement) {
        return new Call(account, id, parties, status, run, newPlacement, times, endCause, version);
    }

    private Optional<Call> end(Trigger trigger, EndCause cause, Instant now) {
        return move(trigger, new Times(times.created(), times.answered(), Optional.of(now)), Optional.of(cause));
    }

    private Optional<Call> move(Trigger trigger, Times newTimes, Optional<EndCause> cause) {
        return CallStatus.TABLE.next(status, trigger)
                .map(next -> new Call(account, id, parties, next, run, placement, newTimes, cause, version));
    }
}
