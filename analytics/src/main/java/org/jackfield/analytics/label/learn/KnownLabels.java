package org.jackfield.analytics.label.learn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Transcript;

/**
 * A conversation whose labels are known.
 *
 * @param labels the numbers of the turns on which each label is right
 * @param judged labels of which everything is known: where one of them is not right, it is wrong
 */
public record KnownLabels(Transcript transcript, List<ExtractedValue> values, Map<String, Set<Integer>> labels,
        Set<String> judged) {

    public KnownLabels {
        values = List.copyOf(values);
        labels = Map.copyOf(labels);
        judged = Set.copyOf(judged);
    }
}
