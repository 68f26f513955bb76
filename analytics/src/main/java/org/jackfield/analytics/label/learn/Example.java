package org.jackfield.analytics.label.learn;

/** A turn to learn from. Turns of one group come from conversations with the same text. */
final class Example {

    private final int[] rows;
    private final byte[] gold;
    private final boolean[] ruled;
    private final int group;
    private final String kind;

    /**
     * @param rows its cues
     * @param gold of each label, 1 if it is right, 0 if it is wrong, below zero if nobody knows
     * @param ruled of each label, whether its definition holds
     */
    Example(int[] rows, byte[] gold, boolean[] ruled, int group, String kind) {
        this.rows = rows;
        this.gold = gold;
        this.ruled = ruled;
        this.group = group;
        this.kind = kind;
    }

    int[] rows() {
        return rows;
    }

    byte gold(int label) {
        return gold[label];
    }

    boolean isRuled(int label) {
        return ruled[label];
    }

    int group() {
        return group;
    }

    /** Of the conversation. */
    String kind() {
        return kind;
    }
}
