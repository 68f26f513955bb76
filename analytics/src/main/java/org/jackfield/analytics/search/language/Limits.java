package org.jackfield.analytics.search.language;

/** How much a query may ask for; so no query can take the machine for itself. */
final class Limits {

    /** Characters of a query. */
    static final int LENGTH = 2_000;
    /** Conditions of a query. */
    static final int CONDITIONS = 64;
    /** Brackets within each other. */
    static final int DEPTH = 10;
    /** Letters of a beginning of words. */
    static final int SHORTEST_BEGINNING = 3;
    /** Words between two that are near. */
    static final int WORDS_APART = 50;
    /** Turns between two that are near. */
    static final int TURNS_APART = 50;

    private Limits() {}
}
