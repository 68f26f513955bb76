package org.jackfield.analytics.label.match;

/** A condition ready to be tried. */
@FunctionalInterface
interface Rule {

    /** Whether it holds of a turn; what makes it hold is written into {@code trail}, and nothing if it does not. */
    boolean holds(Scene scene, int turn, Trail trail);
}
