package org.jackfield.analytics.search.language;

/** How much a query may ask for; so no query can take the machine for itself. */
public final class Limits {

    /** Characters of a query. */
    public static final int LENGTH = 2_000;
    /** Conditions of a query. */
    public static final int CONDITIONS = 64;
    /** Brackets within each other. */
    public static final int DEPTH = 10;
    /** Words that a beginning of words may stand for. */
    public static final int WORDS_OF_BEGINNING = 256;
    /** Letters of a beginning of words. */
    public static final int SHORTEST_BEGINNING = 3;
    /** Words between two that are near. */
    public static final int WORDS_APART = 50;
    /** Turns between two that are near. */
    public static final int TURNS_APART = 50;

    private Limits() {}
}
