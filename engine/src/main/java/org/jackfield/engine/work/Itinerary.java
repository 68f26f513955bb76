package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RoutingPolicy;
import org.jackfield.engine.work.policy.Target;

/**
 * Where an item waits next by its routing policy. Empty answers mean that no target is left. Pure: the same item, policy and
 * time give the same place.
 */
final class Itinerary {

    private final PolicyDocument document;
    private final RoutingPolicy policy;
    private final Instant now;

    /** @param policy what the document says */
    Itinerary(PolicyDocument document, RoutingPolicy policy, Instant now) {
        this.document = document;
        this.policy = policy;
        this.now = now;
    }

    /** The first place of an item that comes in with these attributes and this priority. */
    Optional<WorkItem.Place> first(Map<String, ?> attributes, int priority) {
        return placeOn(Route.ARRIVED.enter(policy, Facts.ofItem(attributes, now)), priority, document.round());
    }

    /** As if it came in now. */
    Optional<WorkItem.Place> anew(WorkItem item) {
        return first(item.origin().attributes(), item.place().priority());
    }

    /** Whether the policy was changed so that its items are to be evaluated anew, and this one was not yet. */
    boolean isBehind(WorkItem item) {
        return course(item).filter(course -> course.round() < document.round()).isPresent();
    }

    /** The target's time is over. */
    Optional<WorkItem.Place> timedOut(WorkItem item) {
        return course(item).flatMap(
                course -> placeOn(course.route().timedOut(policy), item.place().priority(), course.round()));
    }

    /**
     * Nobody could be asked at once: the place that it keeps, or the next one when the target says so.
     *
     * @param workers how many of the queue's workers are available and so on
     */
    Optional<WorkItem.Place> foundNobody(WorkItem item, Map<String, Integer> workers) {
        WorkItem.Place place = item.place();
        Facts facts = Facts.ofItem(item.origin().attributes(), now).withWorkers(workers);
        return course(item).flatMap(course -> {
            Route next = course.route().foundNobody(policy, facts);
            boolean stays = next.position() == course.route().position() && next.target(policy).isPresent();
            return stays
                    ? Optional.of(new WorkItem.Place(place.queueId(), place.priority(), place.entered(),
                            Optional.of(new WorkItem.Course(document.id(), next, course.ends(), course.round()))))
                    : placeOn(next, place.priority(), course.round());
        });
    }

    /** Whom it waits for where it is. */
    Optional<Target> target(WorkItem item) {
        return course(item).flatMap(course -> course.route().target(policy));
    }

    private static Optional<WorkItem.Course> course(WorkItem item) {
        return item.place().course();
    }

    private Optional<WorkItem.Place> placeOn(Route route, int priority, int round) {
        return route.target(policy)
                .map(target -> new WorkItem.Place(target.queueId(), target.priority().orElse(priority), now,
                        Optional.of(new WorkItem.Course(document.id(), settled(route, target),
                                target.timeout().map(now::plus), round))));
    }

    /** Where nothing can be skipped nothing has to be asked: it waits from the start. */
    private static Route settled(Route route, Target target) {
        return target.skipIf().isPresent() ? route : route.offered();
    }
}
