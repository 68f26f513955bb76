package org.jackfield.analytics.batch;

import java.util.List;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Transcript;

/** Puts labels on the turns of a conversation. */
interface Labeller {

    /** A label and the number of the turn that it stands on. */
    record PlacedLabel(String label, int turn) {}

    List<PlacedLabel> label(Transcript transcript, List<ExtractedValue> values);
}
