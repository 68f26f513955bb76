package org.jackfield.app.settings;

import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the address that is told of a workspace's events is tried again.
 *
 * @param longestPause between two attempts
 * @param giveUpAfter how old an event may become before a failed attempt is its last
 */
@ConfigurationProperties("jackfield.event-callbacks")
public record EventCallbackSettings(@DefaultValue("5m") Duration longestPause,
        @DefaultValue("1h") Duration giveUpAfter) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public EventCallbackSettings {
        if (longestPause.compareTo(SHORTEST) < 0 || longestPause.compareTo(LONGEST_PAUSE) > 0) {
            throw new InvalidSettingException("JACKFIELD_EVENT_CALLBACKS_LONGEST_PAUSE", longestPause.toString(),
                    "1s to 1h");
        }
        if (giveUpAfter.compareTo(SHORTEST) < 0 || giveUpAfter.compareTo(LONGEST) > 0) {
            throw new InvalidSettingException("JACKFIELD_EVENT_CALLBACKS_GIVE_UP_AFTER", giveUpAfter.toString(),
                    "1s to 7d");
        }
    }
}
