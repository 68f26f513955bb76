package org.jackfield.analytics.label.define;

/**
 * What a business calls a thing that is said, and how it is recognised. {@code onlyFirst}: of a conversation's turns that
 * satisfy the condition only the first is labelled.
 */
public record LabelDefinition(String label, String description, Condition when, boolean onlyFirst) {

    /** Whether it can only be on turns in which one of its phrases is said; if not, one is said nearby. */
    public boolean isHeardInTurn() {
        return ConditionCheck.needsWordsHere(when);
    }
}
