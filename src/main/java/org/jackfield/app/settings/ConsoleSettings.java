package org.jackfield.app.settings;

import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in to the console.
 *
 * @param sessionLife after how long everybody signs in again
 * @param passwordRounds rounds of PBKDF2 with HMAC-SHA-512
 */
@ConfigurationProperties("jackfield.console")
public record ConsoleSettings(@DefaultValue("12h") Duration sessionLife,
        @DefaultValue("210000") int passwordRounds) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    public ConsoleSettings {
        if (sessionLife.compareTo(SHORTEST) < 0 || sessionLife.compareTo(LONGEST) > 0) {
            throw new InvalidSettingException("JACKFIELD_CONSOLE_SESSION_LIFE", sessionLife.toString(), "1m to 30d");
        }
        if (passwordRounds < 10_000 || passwordRounds > 10_000_000) {
            throw new InvalidSettingException("JACKFIELD_CONSOLE_PASSWORD_ROUNDS", String.valueOf(passwordRounds),
                    "10000 to 10000000");
        }
    }
}
