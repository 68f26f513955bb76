package org.jackfield.analytics.label.learn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.match.Match;
import org.jackfield.analytics.transcript.Transcript;

/**
 * A conversation whose labels are known.
 *
 * @param gold the numbers of the turns on which each label is right
 * @param judged labels of which everything is known: where one is not in {@code gold}, it is wrong
 * @param matches what the definitions say of it
 */
public record GoldConversation(Transcript transcript, List<ExtractedValue> values, Map<String, Set<Integer>> gold,
        Set<String> judged, List<Match> matches) {

    public GoldConversation {
        values = List.copyOf(values);
        gold = Map.copyOf(gold);
        judged = Set.copyOf(judged);
        matches = List.copyOf(matches);
    }
}
