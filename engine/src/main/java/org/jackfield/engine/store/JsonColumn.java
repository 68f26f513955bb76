package org.jackfield.engine.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps as the text of a {@code jsonb} column; write it with {@code :data::jsonb}. Values are strings, numbers, booleans,
 * lists and maps. PostgreSQL cannot store the character U+0000, so it becomes U+FFFD. Null values are left out when reading.
 * Thread-safe.
 */
public final class JsonColumn {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    /** The escape of U+0000, whose backslash is not itself escaped. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private JsonColumn() {}

    /** The JSON text. */
    public static String write(Map<String, ?> values) {
        return NUL.matcher(MAPPER.writeValueAsString(values)).replaceAll("$1\\\\ufffd");
    }

    /**
     * The map of a JSON object.
     *
     * @throws IllegalStateException the text is not a JSON object: somebody else wrote the column
     */
    public static Map<String, Object> read(String json) {
        try {
            Map<String, Object> values = MAPPER.readValue(json, MAP);
            values.values().removeIf(value -> value == null);
            return values;
        } catch (JacksonException e) {
            throw new IllegalStateException("a JSON column does not hold an object", e);
        }
    }
}
