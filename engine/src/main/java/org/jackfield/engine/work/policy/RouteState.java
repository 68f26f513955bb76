package org.jackfield.engine.work.policy;

import java.util.Locale;
import org.jackfield.engine.state.TransitionTable;

/** Where an item stands in its routing policy, and the one table of what leads from one to the next. */
public enum RouteState {
    /** No filter was looked for yet. */
    ARRIVED,
    /** At a target, before anybody was asked: the only time to skip it. */
    ENTERING,
    /** At a target, until it is accepted or the target's time is over. */
    WAITING,
    /** No target is left: the item is cancelled. */
    USED_UP;

    /** What happens to an item on its route. */
    public enum Trigger {
        MATCH,
        MATCH_NOTHING,
        OFFER,
        STAY,
        SKIP,
        SKIP_THE_LAST,
        TIME_OUT,
        TIME_OUT_THE_LAST
    }

    public static final TransitionTable<RouteState, Trigger> TABLE = TransitionTable
            .<RouteState, Trigger>startingAt(ARRIVED)
            .row(ARRIVED, Trigger.MATCH, ENTERING)
            .row(ARRIVED, Trigger.MATCH_NOTHING, USED_UP)
            .row(ENTERING, Trigger.OFFER, WAITING)
            .row(ENTERING, Trigger.STAY, WAITING)
            .row(ENTERING, Trigger.SKIP, ENTERING)
            .row(ENTERING, Trigger.SKIP_THE_LAST, USED_UP)
            .row(WAITING, Trigger.TIME_OUT, ENTERING)
            .row(WAITING, Trigger.TIME_OUT_THE_LAST, USED_UP)
            .build();

    /** The word of the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RouteState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
