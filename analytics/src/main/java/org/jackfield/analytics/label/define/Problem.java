package org.jackfield.analytics.label.define;

/** What is wrong in a file of definitions, where, and what to do. */
public record Problem(String place, String cause, String remedy) {

    @Override
    public String toString() {
        return place + ": " + cause + "; " + remedy;
    }
}
