package org.jackfield.analytics.transcript;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A conversation in words, in the order in which it was said. {@code day} is what "tomorrow" counts from. Immutable. */
public record Transcript(String id, Optional<LocalDate> day, List<Turn> turns) {

    public Transcript {
        turns = List.copyOf(turns);
    }
}
