package org.jackfield.analytics.redact;

import java.util.Optional;

/**
 * A phrase of a turn by which digits are asked for or announced.
 *
 * @param secret what they are; empty if nothing that must be taken out
 * @param full how many digits answer it
 * @param least how many digits a stretch must have to be taken out for it
 * @param start its first character
 * @param end the character behind it
 */
record Cue(Optional<Secret> secret, int full, int least, int start, int end) {

    boolean isSecret() {
        return secret.isPresent();
    }
}
