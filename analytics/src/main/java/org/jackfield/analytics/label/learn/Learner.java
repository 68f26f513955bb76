package org.jackfield.analytics.label.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Logistic regression for all labels at once, step by step with steps that shrink for each weight by itself (AdaGrad, Duchi
 * 2011). It begins with weights that say what the definitions say, so that few examples change little.
 */
final class Learner {

    private static final int ROUNDS = 7;
    private static final float STEP = 0.04f;
    private static final float SHRINK = 2e-5f;
    private static final float TRUST_IN_RULE = 5f;
    private static final float DOUBT = -2.5f;
    private static final float CLEAR = 0.01f;

    private final CueTable table;
    private final List<String> labels;

    Learner(CueTable table, List<String> labels) {
        this.table = table;
        this.labels = labels;
    }

    Weights learn(List<Example> examples, RandomGenerator random) {
        Weights weights = new Weights(table, labels.size());
        begin(weights.values());
        float[] spread = new float[weights.values().length];
        List<Example> order = new ArrayList<>(examples);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                step(weights, spread, example);
            }
        }
        return weights;
    }

    private void begin(float[] values) {
        int always = table.row(new Cue(Cue.Kind.ALWAYS, "").number());
        for (int label = 0; label < labels.size(); label++) {
            values[always * labels.size() + label] = DOUBT;
            int rule = table.row(new Cue(Cue.Kind.RULE, labels.get(label)).number());
            values[rule * labels.size() + label] = TRUST_IN_RULE;
        }
    }

    private void step(Weights weights, float[] spread, Example example) {
        float[] errors = weights.score(example.rows());
        for (int label = 0; label < errors.length; label++) {
            byte gold = example.gold(label);
            errors[label] = gold < 0 ? 0 : (float) (1 / (1 + Math.exp(-errors[label]))) - gold;
        }
        int[] wrong = IntStream.range(0, errors.length).filter(label -> Math.abs(errors[label]) > CLEAR).toArray();
        float[] values = weights.values();
        for (int row : example.rows()) {
            for (int label : wrong) {
                int at = row * errors.length + label;
                float slope = errors[label] + SHRINK * values[at];
                spread[at] += slope * slope;
                values[at] -= STEP * slope / (float) Math.sqrt(spread[at] + 1e-6f);
            }
        }
    }
}
