package org.jackfield.analytics.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jackfield.analytics.conversation.GivenLabel;
import org.jackfield.analytics.label.PlacedLabel;
import org.jackfield.analytics.label.match.Evidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Labels on turns as JSON: many of them as one parameter of a statement, and why one is there as the text of a column. */
final class LabelJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelJson() {}

    /** Rows for {@code json_to_recordset}. */
    static String rows(Map<String, ? extends Collection<GivenLabel>> byConversation) {
        ArrayNode rows = JSON.createArrayNode();
        byConversation.forEach((conversation, labels) -> labels.forEach(label -> row(rows.addObject(), label)
                .put("conversation_id", conversation)));
        return JSON.writeValueAsString(rows);
    }

    private static ObjectNode row(ObjectNode row, GivenLabel label) {
        PlacedLabel placed = label.placed();
        row.put("turn", placed.turn())
                .put("label", placed.label())
                .put("version", label.version())
                .put("by_rule", placed.byRule())
                .put("confidence", placed.confidence());
        ObjectNode why = row.putObject("evidence");
        ArrayNode evidence = why.putArray("e");
        placed.evidence().forEach(one -> evidence(evidence.addObject(), one));
        ArrayNode reasons = why.putArray("r");
        placed.reasons().forEach(reasons::add);
        return row;
    }

    private static void evidence(ObjectNode node, Evidence evidence) {
        node.put("n", evidence.turn())
                .put("p", evidence.phrase())
                .put("b", evidence.start())
                .put("e", evidence.end());
        ArrayNode words = node.putArray("w");
        evidence.words().forEach(word -> words.addArray().add(word.start()).add(word.end()));
    }

    /** The label of a row, and why it is there. */
    static PlacedLabel placed(PlacedLabel bare, String why) {
        JsonNode root = JSON.readTree(why);
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode node : root.path("e")) {
            List<Evidence.Place> words = new ArrayList<>();
            node.path("w").forEach(word -> words.add(new Evidence.Place(word.get(0).asInt(), word.get(1).asInt())));
            evidence.add(new Evidence(node.path("n").asInt(), node.path("p").asString(), node.path("b").asInt(),
                    node.path("e").asInt(), words));
        }
        List<String> reasons = new ArrayList<>();
        root.path("r").forEach(reason -> reasons.add(reason.asString()));
        return new PlacedLabel(bare.label(), bare.turn(), bare.byRule(), bare.confidence(), evidence, reasons);
    }
}
