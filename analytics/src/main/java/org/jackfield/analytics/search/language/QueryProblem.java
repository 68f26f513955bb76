package org.jackfield.analytics.search.language;

/** What is wrong with a query, where, and what to write instead. */
public record QueryProblem(Code code, Place place, String cause, String remedy) {

    /** Kinds of problems; the names are stable. */
    public enum Code {
        /** Nothing is asked. */
        EMPTY,
        /** More characters than a query may have. */
        TOO_LONG,
        /** More conditions, or deeper brackets, than a query may have. */
        TOO_COMPLEX,
        /** A bracket or quotation mark without its partner. */
        UNBALANCED,
        /** Something must stand here. */
        INCOMPLETE,
        /** A word before a colon that is none of the fields. */
        UNKNOWN_FIELD,
        /** A phrase that cannot be. */
        BAD_PHRASE,
        /** Not a number, a time or a length of time where one must be. */
        BAD_LITERAL,
        /** Something of a conversation where only something of a turn can be, or something that has no place in the turn. */
        MISPLACED,
        /** A beginning of words that stands for too many of them. */
        TOO_WIDE,
        /** The place to go on from is not one that a search gave. */
        BAD_CURSOR,
        /** It took longer than it may. */
        TIMED_OUT
    }

    @Override
    public String toString() {
        return "character " + (place.start() + 1) + ": " + cause + "; " + remedy;
    }
}
