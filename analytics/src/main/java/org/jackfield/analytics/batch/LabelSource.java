package org.jackfield.analytics.batch;

import java.util.List;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Transcript;

/** Puts labels on the turns of a conversation. */
interface LabelSource {

    /** A label and the number of the turn that it stands on. */
    record Placed(String label, int turn) {}

    List<Placed> label(Transcript transcript, List<ExtractedValue> values);
}
