package org.jackfield.analytics.label.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds for one label how to decide on it in each kind of conversation, from scores of turns that were not learned from. It takes the threshold with the
 * best F1; with few examples it leans on the definition, and where the definition alone does better it wins.
 */
final class Calibration {

    /** So few right turns teach nothing. */
    private static final int FEWEST = 10;

    /** As many imagined turns say that the threshold is 0. */
    private static final double DOUBT = 6;

    /** What was learned must spare about so many errors to be taken in place of the definition. */
    private static final double BURDEN = 0.5;

    private static final double PRECISE = 0.985;
    private static final int ENOUGH = 8;

    /** What a label scored on a turn, and what is true. */
    record Scored(String kind, float score, boolean isRight, boolean ruled) {}

    private Calibration() {}

    /** By the kind of conversation: what is learned from one kind need not hold in another. */
    static Map<String, Verdict> of(List<Scored> turns) {
        Map<String, Verdict> verdicts = new HashMap<>();
        turns.stream()
                .collect(Collectors.groupingBy(Scored::kind))
                .forEach(
                        (kind, some) -> verdicts.put(kind, verdict(some)));
        return verdicts;
    }

    private static Verdict verdict(List<Scored> turns) {
        long right = turns.stream().filter(Scored::isRight).count();
        if (right < FEWEST) {
            return Verdict.BY_RULE;
        }
        long ruled = turns.stream().filter(Scored::ruled).count();
        long ruledRight = turns.stream().filter(turn -> turn.ruled() && turn.isRight()).count();
        boolean ruleWins = ruled >= ENOUGH && ruledRight >= PRECISE * ruled;
        float threshold = threshold(turns, right) * (float) (right / (right + DOUBT));
        Verdict learned = new Verdict(true, threshold, ruleWins);
        return f1(turns, learned) >= f1(turns, Verdict.BY_RULE) + BURDEN / right ? learned : Verdict.BY_RULE;
    }

    /** Half way between the last turn that should have the label and the first that should not. */
    private static float threshold(List<Scored> turns, long right) {
        Scored[] sorted = turns.toArray(Scored[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble((Scored turn) -> -turn.score()));
        double best = -1;
        float threshold = 0;
        int hits = 0;
        for (int i = 0; i < sorted.length; i++) {
            hits += sorted[i].isRight() ? 1 : 0;
            double f1 = 2.0 * hits / (i + 1 + right);
            if (f1 > best && (i + 1 == sorted.length || sorted[i + 1].score() < sorted[i].score())) {
                best = f1;
                threshold = i + 1 == sorted.length
                        ? sorted[i].score()
                        : (sorted[i].score() + sorted[i + 1].score()) / 2;
            }
        }
        return Math.clamp(threshold, -2.5f, 2.5f);
    }

    private static double f1(List<Scored> turns, Verdict verdict) {
        int[] counts = IntStream.of(0, 0, 0).toArray();
        for (Scored turn : turns) {
            boolean holds = verdict.holds(turn.score(), turn.ruled());
            counts[0] += holds && turn.isRight() ? 1 : 0;
            counts[1] += holds ? 1 : 0;
            counts[2] += turn.isRight() ? 1 : 0;
        }
        return counts[1] + counts[2] == 0 ? 0 : 2.0 * counts[0] / (counts[1] + counts[2]);
    }
}
