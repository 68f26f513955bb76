package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.List;

/** What made a condition hold, step by step. */
final class Trail {

    /** A phrase that was heard. */
    record Step(int turn, CompiledPhrase phrase, Span span) {}

    private final List<Step> steps = new ArrayList<>();

    void add(int turn, CompiledPhrase phrase, Span span) {
        steps.add(new Step(turn, phrase, span));
    }

    int mark() {
        return steps.size();
    }

    /** Forgets what came after a mark. */
    void backTo(int mark) {
        steps.subList(mark, steps.size()).clear();
    }

    List<Step> steps() {
        return steps;
    }
}
