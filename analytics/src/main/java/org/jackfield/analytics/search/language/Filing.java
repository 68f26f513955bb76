package org.jackfield.analytics.search.language;

import java.util.Locale;

/** Under what a conversation is filed. */
public enum Filing {
    /** The queue in which the caller waited. */
    QUEUE,
    /** The worker who took the call. */
    WORKER,
    /** The flow that the number ran. */
    FLOW,
    /** The call's id. */
    CALL,
    /** The conversation's own id. */
    CONVERSATION;

    /** The word of the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
