package org.jackfield.analytics.batch;

import java.util.List;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.Extraction;
import org.jackfield.analytics.extract.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was found in a conversation as one JSON object. */
final class Predictions {

    private final JsonMapper json;

    Predictions(JsonMapper json) {
        this.json = json;
    }

    String line(String id, Extraction extraction, List<LabelSource.Placed> labels) {
        ObjectNode root = json.createObjectNode().put("id", id);
        ArrayNode placed = root.putArray("labels");
        labels.forEach(label -> placed.addObject().put("label", label.label()).put("turn", label.turn()));
        ArrayNode values = root.putArray("values");
        extraction.values().forEach(value -> value(values.addObject(), value));
        ArrayNode facts = root.putArray("facts");
        extraction.facts().forEach(fact -> fact(facts.addObject(), fact));
        return json.writeValueAsString(root);
    }

    /** A value over several turns stands at its first part; all its parts are listed besides. */
    private static void value(ObjectNode node, ExtractedValue value) {
        ExtractedValue.Part first = value.parts().getFirst();
        node.put("type", value.type().word()).put("value", value.normal());
        place(node, first);
        value.label().ifPresent(label -> node.put("label", label));
        node.put("rule", value.rule());
        if (value.parts().size() > 1) {
            ArrayNode parts = node.putArray("parts");
            value.parts().forEach(part -> place(parts.addObject(), part));
        }
    }

    private static void place(ObjectNode node, ExtractedValue.Part part) {
        node.put("turn", part.turn()).put("start", part.start()).put("end", part.end());
    }

    private static void fact(ObjectNode node, Fact fact) {
        node.put("label", fact.label()).put("type", fact.type().word()).put("value", fact.normal());
    }
}
