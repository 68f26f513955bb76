package org.jackfield.analytics.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.Fact;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns, values and facts as the text of a column. Names are short: this is most of what is stored. */
final class ContentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentJson() {}

    /** What was found in a conversation besides its labels. */
    record Found(List<ExtractedValue> values, List<Fact> facts) {}

    static String turns(List<Turn> turns) {
        ArrayNode all = JSON.createArrayNode();
        for (Turn turn : turns) {
            ObjectNode node = all.addObject().put("s", turn.speaker().word()).put("t", turn.text());
            turn.time().ifPresent(time -> node.put("b", time.start()).put("e", time.end()));
            turn.asked().ifPresent(asked -> node.put("q", asked));
            if (!turn.alternatives().isEmpty()) {
                ArrayNode others = node.putArray("a");
                turn.alternatives().forEach(others::add);
            }
        }
        return JSON.writeValueAsString(all);
    }

    static List<Turn> turns(String json) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode node : JSON.readTree(json)) {
            List<String> others = new ArrayList<>();
            node.path("a").forEach(other -> others.add(other.asString()));
            turns.add(new Turn(turns.size(), Speaker.of(node.path("s").asString()), node.path("t").asString(),
                    node.has("b") ? Optional.of(time(node)) : Optional.empty(), text(node, "q"), others));
        }
        return turns;
    }

    static String found(List<ExtractedValue> values, List<Fact> facts) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode all = root.putArray("v");
        for (ExtractedValue value : values) {
            ObjectNode node = all.addObject().put("t", value.type().word()).put("n", value.normal());
            value.label().ifPresent(label -> node.put("l", label));
            node.put("r", value.rule());
            ArrayNode parts = node.putArray("p");
            value.parts().forEach(part -> parts.addArray().add(part.turn()).add(part.start()).add(part.end()));
        }
        ArrayNode known = root.putArray("f");
        facts.forEach(fact -> known.addObject()
                .put("l", fact.label())
                .put("t", fact.type().word())
                .put("n", fact.normal()));
        return JSON.writeValueAsString(root);
    }

    static Found found(String json) {
        JsonNode root = JSON.readTree(json);
        List<ExtractedValue> values = new ArrayList<>();
        for (JsonNode node : root.path("v")) {
            List<ExtractedValue.Part> parts = new ArrayList<>();
            node.path("p")
                    .forEach(part -> parts.add(new ExtractedValue.Part(part.get(0).asInt(), part.get(1).asInt(),
                            part.get(2).asInt())));
            values.add(new ExtractedValue(type(node), node.path("n").asString(), parts, text(node, "l"),
                    node.path("r").asString()));
        }
        List<Fact> facts = new ArrayList<>();
        root.path("f")
                .forEach(node -> facts.add(
                        new Fact(node.path("l").asString(), type(node), node.path("n").asString())));
        return new Found(values, facts);
    }

    /** Whether the text of {@link #found} names a value of a type, without reading it. */
    static boolean hasType(String found, String type) {
        return found.contains("\"t\":\"" + type + "\"");
    }

    static String times(List<Turn.Time> times) {
        ArrayNode all = JSON.createArrayNode();
        times.forEach(time -> all.addArray().add(time.start()).add(time.end()));
        return JSON.writeValueAsString(all);
    }

    static List<Turn.Time> times(String json) {
        List<Turn.Time> times = new ArrayList<>();
        JSON.readTree(json).forEach(pair -> times.add(new Turn.Time(pair.get(0).asLong(), pair.get(1).asLong())));
        return times;
    }

    private static Turn.Time time(JsonNode node) {
        return new Turn.Time(node.path("b").asLong(), node.path("e").asLong());
    }

    private static ValueType type(JsonNode node) {
        return ValueType.valueOf(node.path("t").asString().toUpperCase(Locale.ROOT));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asString()) : Optional.empty();
    }
}
