package org.jackfield.analytics.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a conversation besides what was said.
 *
 * @param account whose it is
 * @param duration from the beginning of the recording to the end of the last turn; nothing if no times are known
 */
public record ConversationHead(String account, String id, Origin origin, String channel, Instant started,
        Duration duration, int turns, Instant created) {}
