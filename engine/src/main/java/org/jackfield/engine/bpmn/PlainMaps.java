package org.jackfield.engine.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps with text keys and without empty values, as the ports want them. */
final class PlainMaps {

    private PlainMaps() {}

    static Map<String, Object> withoutNulls(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                plain.put(key.toString(), value);
            }
        });
        return plain;
    }
}
