package org.jackfield.app.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object of an answer, fields in the order in which they were put. Absent values are sent as null. */
final class View {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    View put(String name, @Nullable Object value) {
        fields.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    @JsonValue
    Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
