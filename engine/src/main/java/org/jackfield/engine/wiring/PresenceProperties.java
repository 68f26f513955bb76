package org.jackfield.engine.wiring;

import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How presence is published. */
@ConfigurationProperties("jackfield.presence")
record PresenceProperties(@DefaultValue("5s") Duration debounce) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    PresenceProperties {
        if (debounce.compareTo(SHORTEST) < 0 || debounce.compareTo(LONGEST) > 0) {
            throw new InvalidSettingException("JACKFIELD_PRESENCE_DEBOUNCE", debounce.toString(), "1s to 30s");
        }
    }
}
