package org.jackfield.engine.checker;

/** Something that must not be: which rule, about what, and what was seen. */
public record Finding(String rule, String subject, String seen) {

    @Override
    public String toString() {
        return rule + ": " + subject + ": " + seen;
    }
}
