package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RouteState;

/**
 * Something that waits for a worker. Identity never changes, its origin hardly ({@link Origin}); where it waits ({@link Place}) and
 * how it stands ({@link Standing}) do. {@code version} grows by one with each change.
 */
public record WorkItem(AccountId account, String workspaceId, String id, Origin origin, Place place, Standing standing,
        long version) {

    /** The attribute that names the caller: who calls again after his node died finds his old place. */
    public static final String FROM = "from";

    /**
     * How it came in. {@code subject} is the call that waits, empty for other media; {@code virtualStart} is when its waiting
     * counts from; it may wait until {@code waitsUntil}; {@code ignoresCapacity} offers it also to workers who have as many
     * items of the medium as they may; {@code wantedWorker} is the id of the only one who may have it. Attributes, medium and
     * start can be amended.
     */
    public record Origin(String medium, String subject, Map<String, Object> attributes, Instant created,
            Instant virtualStart, Instant waitsUntil, boolean ignoresCapacity, String processInstanceId,
            Optional<String> wantedWorker) {
        public Origin {
            attributes = Map.copyOf(attributes);
        }

        /** For any worker. */
        public Origin(String medium, String subject, Map<String, Object> attributes, Instant created,
                Instant virtualStart, Instant waitsUntil, boolean ignoresCapacity, String processInstanceId) {
            this(medium, subject, attributes, created, virtualStart, waitsUntil, ignoresCapacity, processInstanceId,
                    Optional.empty());
        }

        Origin startingAt(Instant start) {
            return amended(medium, attributes, start);
        }

        Origin amended(String newMedium, Map<String, Object> newAttributes, Instant start) {
            return new Origin(newMedium, subject, newAttributes, created, start, waitsUntil, ignoresCapacity,
                    processInstanceId, wantedWorker);
        }

        /** Who calls, or empty. */
        public String caller() {
            return attributes.get(FROM) instanceof String from ? from : "";
        }
    }

    /**
     * Where it waits: its queue (empty when its policy had none for it), its priority there, since when, and how it came
     * there by a routing policy.
     */
    public record Place(String queueId, int priority, Instant entered, Optional<Course> course) {

        /** Put there without a policy. */
        static Place in(String queueId, int priority, Instant entered) {
            return new Place(queueId, priority, entered, Optional.empty());
        }

        Place withPriority(Optional<Integer> wanted) {
            return new Place(queueId, wanted.orElse(priority), entered, course);
        }

        /** Whether it must be asked now if the target is to be skipped. */
        boolean isEntering() {
            return course.filter(one -> one.route().state() == RouteState.ENTERING).isPresent();
        }

        /** When the target's time is over. */
        public Optional<Instant> ends() {
            return course.flatMap(Course::ends);
        }

        /** Whether both are one target of the policy. */
        boolean isSameTargetAs(Place other) {
            return queueId.equals(other.queueId) && (course.equals(other.course) || (course.isPresent()
                    && other.course.isPresent()
                    && course.get().route().position() == other.course.get().route().position()
                    && course.get().route().filter().equals(other.course.get().route().filter())));
        }

        /** Somebody was asked: the target is not skipped any more. */
        Place offered() {
            return new Place(queueId, priority, entered,
                    course.map(one -> new Course(one.policyId(), one.route().offered(), one.ends(), one.round())));
        }
    }

    /**
     * Where it is in its routing policy, until when it stays at that target, and in which round of the policy it was evaluated.
     */
    public record Course(String policyId, Route route, Optional<Instant> ends, int round) {}

    /**
     * How it stands: at {@code deadline} the state ends by itself (waiting too long, a target's time over, offer run off,
     * wrap-up over). {@code reservationId} names the open or the last reservation, {@code offers} how many there were;
     * {@code reason} says why it ended; {@code keepsPlace} that its place in the queue waits for the same caller.
     */
    public record Standing(WorkItemState state, Optional<Instant> deadline, Optional<String> reservationId,
            int offers, String reason, Instant changed, boolean keepsPlace) {}

    public WorkItemState state() {
        return standing.state();
    }

    /** What its events are ordered by: the call, or itself. */
    public String eventKey() {
        return origin.subject().isEmpty() ? id : origin.subject();
    }

    /** Until when it waits where it is: as long as it may at all, or until its target's time is over. */
    Instant waitsHereUntil() {
        return place.ends().filter(origin.waitsUntil()::isAfter).orElse(origin.waitsUntil());
    }

    /** As it is once its kept place was given back to the caller. */
    WorkItem placeTaken() {
        Standing now = standing;
        return moved(new Standing(now.state(), now.deadline(), now.reservationId(), now.offers(), now.reason(),
                now.changed(), false));
    }

    WorkItem moved(Standing next) {
        return new WorkItem(account, workspaceId, id, origin, place, next, version + 1);
    }

    /** A new version of it with another origin, at the time of the change. */
    WorkItem amended(Origin changed, Place to, Instant now) {
        Standing before = standing;
        return new WorkItem(account, workspaceId, id, changed, to,
                new Standing(before.state(), before.deadline(), before.reservationId(), before.offers(),
                        before.reason(), now, before.keepsPlace()),
                version + 1);
    }

    WorkItem moved(Place to, Standing next) {
        return new WorkItem(account, workspaceId, id, origin, to, next, version + 1);
    }
}
