package org.jackfield.app.settings;

import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Simulated callers and agents.
 *
 * @param enabled what {@code --demo} sets
 * @param callsPerMinute how many calls begin on average
 */
@ConfigurationProperties("jackfield.demo")
public record DemoSettings(@DefaultValue("false") boolean enabled, @DefaultValue("6") int callsPerMinute) {

    private static final int MOST = 120;

    public DemoSettings {
        if (callsPerMinute < 1 || callsPerMinute > MOST) {
            throw new InvalidSettingException("JACKFIELD_DEMO_CALLS_PER_MINUTE", String.valueOf(callsPerMinute),
                    "1 to " + MOST);
        }
    }
}
