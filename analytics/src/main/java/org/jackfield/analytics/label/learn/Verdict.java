package org.jackfield.analytics.label.learn;

/** How a label is decided on: by its definition alone, or by the learned score against a threshold. */
record Verdict(boolean isLearned, float threshold, boolean ruleWins) {

    static final Verdict BY_RULE = new Verdict(false, 0, true);

    boolean holds(float score, boolean ruled) {
        return isLearned ? score >= threshold || (ruleWins && ruled) : ruled;
    }
}
