package org.jackfield.app.conversation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.analytics.label.define.DefinitionReader;
import org.jackfield.analytics.label.define.LabelDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Definitions as they are sent: a file of definitions, or one label alone, which may bring its lists and conditions along. Checked,
 * and taken apart into one file a label.
 */
public final class LabelFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SHARED = List.of("lists", "conditions");

    private final String text;
    private final List<LabelDefinition> definitions;

    /** @throws org.jackfield.analytics.label.define.InvalidDefinitionsException something is wrong with them */
    public LabelFile(String sent) {
        text = file(sent);
        try {
            definitions = DefinitionReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<LabelDefinition> definitions() {
        return definitions;
    }

    /** A file of definitions for each label, by name. */
    public Map<String, String> files() {
        JsonNode root = JSON.readTree(text);
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode label : root.path("labels")) {
            ObjectNode file = JSON.createObjectNode();
            SHARED.stream().filter(root::has).forEach(name -> file.set(name, root.get(name)));
            file.putArray("labels").add(label);
            files.put(label.path("label").asString(), JSON.writeValueAsString(file));
        }
        return files;
    }

    /** The label of a file that holds one: itself, with the lists and conditions that came along. */
    public static Map<String, ?> label(String file) {
        JsonNode root = JSON.readTree(file);
        ObjectNode label = (ObjectNode) root.path("labels").get(0).deepCopy();
        SHARED.stream().filter(root::has).forEach(name -> label.set(name, root.get(name)));
        Map<String, Object> fields = new LinkedHashMap<>();
        label.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** What is no JSON, or no object, is left to the reader, whose problems say where. */
    private static String file(String sent) {
        try {
            JsonNode root = JSON.readTree(sent);
            if (!(root instanceof ObjectNode label) || label.has("labels")) {
                return sent;
            }
            ObjectNode alone = label.deepCopy();
            ObjectNode file = JSON.createObjectNode();
            SHARED.stream().filter(alone::has).forEach(name -> file.set(name, alone.remove(name)));
            file.putArray("labels").add(alone);
            return JSON.writeValueAsString(file);
        } catch (JacksonException e) {
            return sent;
        }
    }
}
