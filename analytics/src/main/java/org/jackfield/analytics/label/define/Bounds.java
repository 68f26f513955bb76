package org.jackfield.analytics.label.define;

/** How much a file of definitions may hold; so no definition can take the machine for itself. */
final class Bounds {

    static final int BYTES = 16 << 20;
    static final int LABELS = 20_000;
    static final int PHRASES_OF_LABEL = 500;
    static final int DEPTH = 8;
    static final int WORDS_APART = 50;
    static final int TURNS_APART = 20;
    static final int PLACES = 100;
    static final int LENGTH = 1_000;
    static final int PROBLEMS = 50;

    private Bounds() {}
}
