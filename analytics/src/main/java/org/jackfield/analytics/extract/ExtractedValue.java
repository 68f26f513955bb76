package org.jackfield.analytics.extract;

import java.util.List;
import java.util.Optional;

/**
 * A value that was said. It lies in one part, or in several when it was said over several turns. {@code normal} is its
 * normal form by {@link ValueType}; {@code label} names what it is in the business ({@code transfer_amount}), where that is
 * clear; {@code rule} names what found it.
 */
public record ExtractedValue(ValueType type, String normal, List<Part> parts, Optional<String> label, String rule) {

    /** Characters of a turn's text, {@code end} not included. */
    public record Part(int turn, int start, int end) {}

    public ExtractedValue {
        parts = List.copyOf(parts);
    }
}
