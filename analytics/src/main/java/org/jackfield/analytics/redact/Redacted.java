package org.jackfield.analytics.redact;

import java.util.List;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/**
 * A conversation without its secrets. Each of them is a word in brackets now, such as {@code [card]}. Immutable.
 *
 * @param silences what must not be heard in the recording either, in order, none touching another
 * @param located whether the times of everything taken out are known; if not, nothing of the recording may be kept
 * @param count how many places were taken out
 */
public record Redacted(Transcript transcript, List<Turn.Time> silences, boolean located, int count) {

    public Redacted {
        silences = List.copyOf(silences);
    }
}
