package org.jackfield.analytics.label.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jackfield.analytics.label.match.Match;
import org.jackfield.analytics.transcript.Transcript;

/**
 * Learns from conversations whose labels are known; the same conversations give the same model. Takes seconds for ten thousand
 * turns. How each label is decided is calibrated on turns that were left out of learning.
 */
public final class Trainer {

    private static final int FOLDS = 3;
    private static final int LEAST_SEEN = 2;
    private static final long SEED = 20_220_156_460L;
    private static final Pattern VARIANT = Pattern.compile("-(s|w|human|asr)$");

    private record Known(KnownLabels known, List<Match> matches) {

        Cues cues() {
            return new Cues(known.transcript(), known.values(), matches);
        }
    }

    private final List<String> labels;
    private final List<Known> conversations = new ArrayList<>();
    private final CueTable table = new CueTable();

    /** @param labels those that definitions know, and so all that can be given */
    public Trainer(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /** @param matches what the definitions say of the conversation */
    public void add(KnownLabels known, List<Match> matches) {
        conversations.add(new Known(known, List.copyOf(matches)));
    }

    /** What all conversations that were added teach. */
    public Model train() {
        fillTable();
        List<Example> examples = examples();
        Learner learner = new Learner(table, labels);
        List<Map<String, Verdict>> verdicts = calibrated(learner, examples);
        return new Model(labels, learner.learn(examples, new SplittableRandom(SEED)), verdicts);
    }

    /** A cue that was met once teaches only that one turn. */
    private void fillTable() {
        table.add(new Cue(Cue.Kind.ALWAYS, "").number());
        labels.forEach(label -> table.add(new Cue(Cue.Kind.RULE, label).number()));
        Map<Integer, Integer> seen = new HashMap<>();
        for (Known conversation : conversations) {
            Cues cues = conversation.cues();
            for (int turn = 0; turn < cues.count(); turn++) {
                cues.of(turn, cue -> seen.merge(cue.number(), 1, Integer::sum));
            }
        }
        seen.entrySet()
                .stream()
                .filter(cue -> cue.getValue() >= LEAST_SEEN)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .forEach(
                        table::add);
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Known conversation : conversations) {
            Transcript transcript = conversation.known().transcript();
            int group = VARIANT.matcher(transcript.id()).replaceFirst("").hashCode();
            Cues cues = conversation.cues();
            List<boolean[]> ruled = ruled(conversation);
            for (int turn = 0; turn < cues.count(); turn++) {
                int here = turn;
                int[] rows = table.rows(to -> cues.of(here, cue -> to.accept(cue.number())));
                int number = transcript.turns().get(turn).number();
                examples.add(new Example(rows, gold(conversation.known(), number), ruled.get(turn), group,
                        cues.kind()));
            }
        }
        return examples;
    }

    private List<boolean[]> ruled(Known conversation) {
        List<boolean[]> ruled = new ArrayList<>();
        conversation.known().transcript().turns().forEach(turn -> ruled.add(new boolean[labels.size()]));
        for (Match match : conversation.matches()) {
            int label = labels.indexOf(match.label());
            if (label >= 0) {
                ruled.get(match.turn())[label] = true;
            }
        }
        return ruled;
    }

    private byte[] gold(KnownLabels known, int turn) {
        byte[] gold = new byte[labels.size()];
        for (int label = 0; label < gold.length; label++) {
            String name = labels.get(label);
            boolean isRight = known.labels().getOrDefault(name, Set.of()).contains(turn);
            gold[label] = (byte) (isRight ? 1 : known.judged().contains(name) ? 0 : -1);
        }
        return gold;
    }

    private List<Map<String, Verdict>> calibrated(Learner learner, List<Example> examples) {
        List<List<Calibration.Scored>> scored = new ArrayList<>();
        labels.forEach(label -> scored.add(new ArrayList<>()));
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Example> learned = examples.stream().filter(example -> fold(example) != left).toList();
            Weights weights = learner.learn(learned, new SplittableRandom(SEED));
            examples.stream()
                    .filter(example -> fold(example) == left)
                    .forEach(example -> score(weights, example, scored));
        }
        return scored.stream().map(Calibration::of).toList();
    }

    private static int fold(Example example) {
        return Math.floorMod((example.group() * 0x9E3779B9) >>> 5, FOLDS);
    }

    private static void score(Weights weights, Example example, List<List<Calibration.Scored>> scored) {
        float[] scores = weights.score(example.rows());
        IntStream.range(0, scores.length)
                .filter(label -> example.gold(label) >= 0)
                .forEach(label -> scored.get(label)
                        .add(new Calibration.Scored(example.kind(), scores[label], example.gold(label) == 1,
                                example.isRuled(label))));
    }
}
