package org.jackfield.analytics.extract;

import java.util.List;

/** All values of a conversation in the order in which they were said, and the facts that they add up to. Immutable. */
public record Extraction(List<ExtractedValue> values, List<Fact> facts) {

    public Extraction {
        values = List.copyOf(values);
        facts = List.copyOf(facts);
    }
}
