package org.jackfield.engine.work;

import java.util.Locale;

/** Why a worker is not asked for an item now: of what kind the reason is, and the detail. */
public record Unasked(Code code, String detail) {

    /** The kinds of reasons. */
    public enum Code {
        /** He is being asked right now. */
        BEING_ASKED,
        /** As many others as may be asked at once are being asked. */
        ENOUGH_ASKED,
        /** His activity is one in which he takes no work. */
        NOT_AVAILABLE,
        /** He let an offer run off a moment ago. */
        PAUSES,
        /** He has as many items of the medium as he may. */
        NO_ROOM,
        /** He takes none of the medium at all, or none now. */
        TAKES_NONE,
        /** He does not fulfil the condition of the queue. */
        QUEUE_CONDITION,
        /** He does not fulfil the condition of the policy's target. */
        TARGET_CONDITION,
        /** The target asks for one worker, and it is not he. */
        OTHER_WORKER,
        /** He declined this item a moment ago, or let it run off. */
        DECLINED;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
