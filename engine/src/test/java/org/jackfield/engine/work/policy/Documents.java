package org.jackfield.engine.work.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small documents of policies, as a JSON parser would give them. */
public final class Documents {

    private Documents() {}

    public static Map<String, Object> policy(Map<String, ?> otherwise, Map<?, ?>... filters) {
        Map<String, Object> routing = new LinkedHashMap<>();
        routing.put("filters", Arrays.asList(filters));
        if (!otherwise.isEmpty()) {
            routing.put("default_filter", otherwise);
        }
        return Map.of("task_routing", routing);
    }

    public static Map<String, Object> filter(String name, String expression, Map<?, ?>... targets) {
        return Map.of("filter_friendly_name", name, "expression", expression, "targets", List.of(targets));
    }

    public static Map<String, Object> target(String queue, Object... more) {
        Map<String, Object> target = new LinkedHashMap<>(Map.of("queue", queue));
        for (int i = 0; i < more.length; i += 2) {
            target.put(String.valueOf(more[i]), more[i + 1]);
        }
        return target;
    }

    /** Knows the queues WQ1 to WQ9, by id and by the names one to nine. */
    static Optional<String> queue(String named) {
        List<String> names = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        return named.matches("WQ[1-9]")
                ? Optional.of(named)
                : Optional.of(names.indexOf(named)).filter(index -> index > 0).map(index -> "WQ" + index);
    }

    static RoutingPolicy read(Map<String, ?> document) {
        PolicyReader.Reading reading = PolicyReader.read(document, Documents::queue);
        return reading.policy().orElseThrow(() -> new AssertionError(reading.problems()));
    }
}
