package org.jackfield.analytics.extract;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jackfield.analytics.transcript.Speaker;

/** What each side has been asked for last. A short word in between ("okay", "mhm") changes nothing. */
final class Asked {

    private static final int SHORT = 3;
    private static final Expectation NOTHING = Expectation.NOTHING;

    private final Map<Speaker, Expectation> asked = new EnumMap<>(Speaker.class);

    Expectation of(Speaker speaker) {
        return asked.getOrDefault(speaker, NOTHING);
    }

    /** Hears a turn: what it names without giving its value, it asks the other side for. */
    void hear(Speaker speaker, int tokens, List<Cues.Hit> hits, Set<Label> given) {
        SequencedSet<Label> open = new LinkedHashSet<>();
        for (Cues.Hit hit : hits) {
            Label label = hit.phrase().label();
            if (label != null && hit.phrase().place() == Phrase.Place.NEAR && !given.contains(label)) {
                open.addLast(label);
            }
        }
        if (!open.isEmpty() || tokens > SHORT) {
            asked.put(other(speaker), open.isEmpty() ? NOTHING : new Expectation(List.copyOf(open)));
        }
    }

    private static Speaker other(Speaker speaker) {
        return speaker == Speaker.AGENT ? Speaker.CUSTOMER : Speaker.AGENT;
    }
}
