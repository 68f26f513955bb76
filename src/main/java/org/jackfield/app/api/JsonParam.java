package org.jackfield.app.api;

import java.util.Map;
import org.jackfield.engine.error.DomainException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Objects that come and go as JSON strings inside a parameter or a field. */
final class JsonParam {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonParam() {}

    static Map<String, Object> read(String name, String text) {
        try {
            Map<String, Object> object = MAPPER.readValue(text, OBJECT);
            if (object == null) {
                throw notAnObject(name);
            }
            object.values().removeIf(value -> value == null);
            return object;
        } catch (JacksonException malformed) {
            throw notAnObject(name);
        }
    }

    static String write(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }

    private static DomainException notAnObject(String name) {
        return Params.invalid(name, "is not a JSON object");
    }
}
