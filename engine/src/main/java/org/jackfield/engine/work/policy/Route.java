package org.jackfield.engine.work.policy;

import java.util.Optional;
import org.jackfield.engine.work.expression.Facts;

/**
 * Where an item stands in its policy: which filter took it (empty when none did) and at which of the targets it is. Pure:
 * each step gives the next route. A step that the table does not allow leaves the route as it is, since timers and offers
 * may cross.
 */
public record Route(RouteState state, Optional<Integer> filter, int position) {

    /** Why an item is cancelled whose targets are used up, in the words that existing clients know. */
    public static final String USED_UP = "Task canceled on Workflow timeout";

    /** Of an item that just came in. */
    public static final Route ARRIVED = new Route(RouteState.TABLE.initial(), Optional.empty(), 0);

    /** Enters the first target of the filter that matches, or the default one. */
    public Route enter(RoutingPolicy policy, Facts item) {
        Optional<Integer> taken = policy.filterFor(item);
        boolean goesOn = policy.target(taken, 0).isPresent();
        RouteState.Trigger trigger = goesOn ? RouteState.Trigger.MATCH : RouteState.Trigger.MATCH_NOTHING;
        return RouteState.TABLE.next(state, trigger).map(next -> new Route(next, taken, 0)).orElse(this);
    }

    /** Somebody could be asked at once. */
    public Route offered() {
        return moved(RouteState.Trigger.OFFER, position);
    }

    /**
     * Nobody could be asked at once: skips the target when it says so, otherwise waits.
     *
     * @param item with the counts of the workers of the target's queue
     */
    public Route foundNobody(RoutingPolicy policy, Facts item) {
        boolean skips = target(policy).flatMap(Target::skipIf).filter(when -> when.matches(item)).isPresent();
        if (!skips) {
            return moved(RouteState.Trigger.STAY, position);
        }
        return hasNext(policy)
                ? moved(RouteState.Trigger.SKIP, position + 1)
                : moved(RouteState.Trigger.SKIP_THE_LAST, position);
    }

    /** The target's time is over. */
    public Route timedOut(RoutingPolicy policy) {
        return hasNext(policy)
                ? moved(RouteState.Trigger.TIME_OUT, position + 1)
                : moved(RouteState.Trigger.TIME_OUT_THE_LAST, position);
    }

    /** The target that it is at; empty before the first and after the last, and where a changed policy has none there. */
    public Optional<Target> target(RoutingPolicy policy) {
        boolean atOne = state == RouteState.ENTERING || state == RouteState.WAITING;
        boolean known = filter.filter(index -> index >= policy.filters().size()).isEmpty();
        return atOne && known ? policy.target(filter, position) : Optional.empty();
    }

    private boolean hasNext(RoutingPolicy policy) {
        boolean known = filter.filter(index -> index >= policy.filters().size()).isEmpty();
        return known && policy.target(filter, position + 1).isPresent();
    }

    private Route moved(RouteState.Trigger trigger, int to) {
        return RouteState.TABLE.next(state, trigger).map(next -> new Route(next, filter, to)).orElse(this);
    }
}
