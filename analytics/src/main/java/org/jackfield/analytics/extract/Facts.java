package org.jackfield.analytics.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the last value of each label, for each topic apart: the date of a flight is not the date of a concert. */
final class Facts {

    private record Key(int topic, String label) {}

    private final Map<Key, Fact> last = new LinkedHashMap<>();

    void note(int topic, ExtractedValue value) {
        value.label()
                .ifPresent(label -> last.put(new Key(topic, label), new Fact(label, value.type(), value.normal())));
    }

    List<Fact> list() {
        return last.values().stream().distinct().toList();
    }
}
