package org.jackfield.analytics.conversation;

import java.util.List;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.Fact;
import org.jackfield.analytics.transcript.Turn;

/**
 * What was found in a conversation after its secrets were taken out. Immutable.
 *
 * @param labelVersion the version of the account's labels when it was analysed
 * @param redaction what was taken out
 */
public record Findings(List<ExtractedValue> values, List<Fact> facts, List<GivenLabel> labels, long labelVersion,
        Redaction redaction) {

    public Findings {
        values = List.copyOf(values);
        facts = List.copyOf(facts);
        labels = List.copyOf(labels);
    }

    /**
     * What was taken out.
     *
     * @param count in how many places
     * @param silences what must not be heard of the recording
     * @param located whether the silences cover all of it; if not, nothing of the recording may be heard
     */
    public record Redaction(int count, List<Turn.Time> silences, boolean located) {
        public Redaction {
            silences = List.copyOf(silences);
        }
    }
}
