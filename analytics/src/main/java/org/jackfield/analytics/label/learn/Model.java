package org.jackfield.analytics.label.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.match.Match;
import org.jackfield.analytics.transcript.Transcript;

/** What was learned. Immutable and safe for use by several threads. */
public final class Model {

    private static final int REASONS = 3;

    private final List<String> labels;
    private final Weights weights;
    private final List<Map<String, Verdict>> verdicts;

    Model(List<String> labels, Weights weights, List<Map<String, Verdict>> verdicts) {
        this.labels = labels;
        this.weights = weights;
        this.verdicts = List.copyOf(verdicts);
    }

    /**
     * A label that both voters together put on a turn.
     *
     * @param turn counts from zero
     * @param byRule whether the definition holds
     * @param confidence from 0 to 1
     * @param reasons what spoke most for it besides
     */
    public record Vote(String label, int turn, boolean byRule, double confidence, List<String> reasons) {}

    /** Every label of every turn, in the order of the turns. */
    public List<Vote> vote(Transcript transcript, List<ExtractedValue> values, List<Match> matches) {
        Cues cues = new Cues(transcript, values, matches);
        Set<String> ruled = new HashSet<>();
        matches.forEach(match -> ruled.add(match.turn() + match.label()));
        List<Vote> votes = new ArrayList<>();
        for (int turn = 0; turn < cues.count(); turn++) {
            int here = turn;
            float[] scores = weights.score(to -> cues.of(here, cue -> to.accept(cue.number())));
            for (int label = 0; label < scores.length; label++) {
                boolean byRule = ruled.contains(turn + labels.get(label));
                if (verdicts.get(label).getOrDefault(cues.kind(), Verdict.BY_RULE).holds(scores[label], byRule)) {
                    votes.add(new Vote(labels.get(label), turn, byRule, 1 / (1 + Math.exp(-scores[label])),
                            reasons(cues, turn, label)));
                }
            }
        }
        return votes;
    }

    private List<String> reasons(Cues cues, int turn, int label) {
        record Reason(String words, float weight) {}
        Set<Reason> reasons = new HashSet<>();
        cues.of(turn, cue -> {
            int row = weights.table().row(cue.number());
            float weight = row < 0 ? 0 : weights.values()[row * weights.labels() + label];
            if (weight > 0 && cue.kind() != Cue.Kind.ALWAYS) {
                reasons.add(new Reason(cue.inWords(), weight));
            }
        });
        return reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -reason.weight())
                        .thenComparing(
                                Reason::words))
                .limit(REASONS)
                .map(Reason::words)
                .toList();
    }
}
