package org.jackfield.analytics.transcript;

import java.util.List;
import java.util.Optional;

/**
 * What one side said without being interrupted. {@code number} is its place in the conversation. {@code asked} names what an
 * automated dialogue had just asked for, where it is known; {@code alternatives} are other readings of the recogniser, best
 * first, without the text itself.
 */
public record Turn(int number, Speaker speaker, String text, Optional<Time> time, Optional<String> asked,
        List<String> alternatives) {

    /** Milliseconds from the start of the recording. */
    public record Time(long start, long end) {}

    public Turn {
        alternatives = List.copyOf(alternatives);
    }

    /** One of which no more is known than its words. */
    public static Turn of(int number, Speaker speaker, String text) {
        return new Turn(number, speaker, text, Optional.empty(), Optional.empty(), List.of());
    }
}
