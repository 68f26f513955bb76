package org.jackfield.analytics.label.define;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jackfield.analytics.transcript.Speaker;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads label definitions in the form that {@code docs/reference/label-definitions.md} describes: all of them, or none and
 * what is wrong with each.
 */
public final class DefinitionReader {

    /** The keys of a label and what each means, in the order of the reference. */
    static final Map<String, String> KEYS = keys();

    private static final Set<String> FILE = new LinkedHashSet<>(List.of("lists", "conditions", "labels"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private DefinitionReader() {}

    /** @throws InvalidDefinitionsException something is wrong with them */
    public static List<LabelDefinition> read(InputStream json) throws IOException {
        byte[] bytes = json.readNBytes(Bounds.BYTES + 1);
        if (bytes.length > Bounds.BYTES) {
            throw new InvalidDefinitionsException(List.of(new Problem("the file", "is larger than " + Bounds.BYTES
                    + " bytes", "make several tenants or fewer labels of it")));
        }
        try {
            return new DefinitionReader().readAll(JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new InvalidDefinitionsException(List.of(new Problem(place(e), "is no JSON: " + e.getOriginalMessage(),
                    "look at the comma, bracket or quotation mark just before")));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "the file"
                : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private List<LabelDefinition> readAll(JsonNode json) {
        Node file = new Node("", json, problems);
        List<LabelDefinition> definitions = new ArrayList<>();
        if (json.isObject() && json.has("labels") && json.get("labels").isArray()) {
            file.allowOnly(FILE);
            ConditionReader conditions = new ConditionReader(new PhraseParser(lists(file)), named(file));
            file.get("labels").entries().forEach(label -> definitions.add(label(label, conditions)));
        } else {
            file.complain("holds no labels", "write {\"labels\": [ ... ]}");
        }
        if (definitions.size() > Bounds.LABELS) {
            file.complain(definitions.size() + " labels", "at most " + Bounds.LABELS);
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionsException(problems);
        }
        return definitions;
    }

    private static Map<String, List<String>> lists(Node file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (file.has("lists")) {
            Node node = file.get("lists");
            node.json().propertyNames().forEach(name -> lists.put(name, node.get(name).each(Node::text)));
        }
        return lists;
    }

    private static Map<String, Node> named(Node file) {
        Map<String, Node> named = new LinkedHashMap<>();
        if (file.has("conditions")) {
            Node node = file.get("conditions");
            node.json().propertyNames().forEach(name -> named.put(name, node.get(name)));
        }
        return named;
    }

    private LabelDefinition label(Node node, ConditionReader conditions) {
        node.allowOnly(KEYS.keySet());
        String name = node.has("label") ? node.get("label").text() : "";
        Node named = new Node("label " + (name.isEmpty() ? node.place() : name), node.json(), problems);
        if (!NAME.matcher(name).matches()) {
            named.complain("has no proper name", "write \"label\": small letters, digits and _, at most 64");
        } else if (!names.add(name)) {
            named.complain("is defined twice", "join the two with a list in \"when\"");
        }
        String description = node.has("description") ? named.get("description").text() : "";
        return new LabelDefinition(name, description, condition(named, conditions), onlyFirst(named));
    }

    private static boolean onlyFirst(Node node) {
        return node.has("only-first") && node.get("only-first").isTrue();
    }

    private static Condition condition(Node node, ConditionReader conditions) {
        if (!node.has("when")) {
            node.complain("does not say when it holds", "write \"when\"");
            return new Condition.Any(List.of());
        }
        int before = node.problems().size();
        Condition when = conditions.read(node.get("when"));
        List<Condition> all = new ArrayList<>(List.of(when));
        if (node.has("speaker") && !node.get("speaker").json().asString("").equals("any")) {
            all.add(new Condition.By(node.get("speaker").oneOf(ConditionReader.SPEAKERS, Speaker.AGENT)));
        }
        if (node.has("unless")) {
            all.add(new Condition.Not(conditions.read(node.get("unless"))));
        }
        Condition whole = all.size() == 1 ? when : new Condition.All(all);
        if (node.problems().size() == before) {
            ConditionCheck.check(node, whole);
        }
        return whole;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("label", "its name: small letters, digits and `_`");
        keys.put("description", "what it means, in a sentence");
        keys.put("speaker", "who says it: `agent`, `customer`, `system` or `any` (if left out)");
        keys.put("when", "a condition; a list of them means that one holds");
        keys.put("unless", "a condition that must not hold");
        keys.put("only-first", "`true`: only the first such turn of a conversation");
        return keys;
    }
}
