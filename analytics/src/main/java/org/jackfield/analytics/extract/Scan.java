package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One turn while its values are looked for: its tokens, what was said about it before, and what was found so far. Reused for each
 * turn.
 */
final class Scan {

    /** A value by the tokens that it lies in; {@code label} is what the grammar itself knows, mostly nothing. */
    record Found(ValueType type, String normal, int from, int to, Optional<String> label, String rule) {

        Found as(ValueType other, String normalForm) {
            return new Found(other, normalForm, from, to, label, rule);
        }

        Found labelled(String name) {
            return new Found(type, normal, from, to, Optional.of(name), rule);
        }
    }

    final Tokens tokens = new Tokens();
    final Numbers numbers = new Numbers(tokens);
    final DigitRun digits = new DigitRun(tokens);
    final Amount amount = new Amount();
    final List<Found> found = new ArrayList<>();
    private Expectation expectation = Expectation.NOTHING;
    private Days days = Days.UNKNOWN;
    private List<ExtractedValue> recent = List.of();

    void begin(Expectation expected, Days day, List<ExtractedValue> before) {
        found.clear();
        expectation = expected;
        days = day;
        recent = before;
    }

    /** Whether a value of this form was said a moment ago. */
    boolean isRecent(String normal) {
        return recent.stream().anyMatch(value -> value.normal().equals(normal));
    }

    Expectation expectation() {
        return expectation;
    }

    Days days() {
        return days;
    }

    /** Keeps a value and answers with the token behind it. */
    int keep(ValueType type, String normal, int from, int to, String rule) {
        found.add(new Found(type, normal, from, to, Optional.empty(), rule));
        return to;
    }

    int keep(Found value) {
        found.add(value);
        return value.to();
    }

    /** Takes back what was found at or behind a token: a longer value turned out to begin there. */
    void takeBack(int from) {
        while (!found.isEmpty() && found.getLast().to() > from) {
            found.removeLast();
        }
    }
}
