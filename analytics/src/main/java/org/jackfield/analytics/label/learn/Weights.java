package org.jackfield.analytics.label.learn;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A weight for each cue and label. A label's score is the sum of its weights of the cues that are there. */
final class Weights {

    private final CueTable table;
    private final int labels;
    private final float[] values;

    Weights(CueTable table, int labels) {
        this.table = table;
        this.labels = labels;
        values = new float[table.size() * labels];
    }

    int labels() {
        return labels;
    }

    CueTable table() {
        return table;
    }

    float[] values() {
        return values;
    }

    /** The scores of all labels. */
    float[] score(Consumer<IntConsumer> cues) {
        return score(table.rows(cues));
    }

    float[] score(int[] rows) {
        float[] scores = new float[labels];
        for (int row : rows) {
            int base = row * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += values[base + label];
            }
        }
        return scores;
    }
}
