package org.jackfield.engine.bpmn.variable;

import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Values of maps, lists, texts, numbers and booleans, to and from JSON text, with bounds on depth and size. */
final class JsonText {

    /** Characters of one variable; a flow that needs more keeps it elsewhere. */
    static final int SIZE_LIMIT = 256 * 1024;
    private static final int DEPTH_LIMIT = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_LIMIT + 1).build())
            .build()).build();

    private JsonText() {}

    static String write(@Nullable Object value) {
        String text = MAPPER.writeValueAsString(value);
        if (text.length() > SIZE_LIMIT) {
            throw new IllegalArgumentException("a variable of " + text.length() + " characters is too large");
        }
        return text;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable Object read(@Nullable String text, byte @Nullable [] bytes) {
        Object value = text != null ? MAPPER.readValue(text, Object.class) : MAPPER.readValue(bytes, Object.class);
        return normalise(value);
    }

    /** An unmodifiable copy of plain values; anything else is refused rather than written in some way. */
    static @Nullable Object normalise(@Nullable Object value) {
        return normalise(value, 0);
    }

    private static @Nullable Object normalise(@Nullable Object value, int depth) {
        if (depth > DEPTH_LIMIT) {
            throw new IllegalArgumentException("a value nested deeper than " + DEPTH_LIMIT);
        }
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> copy(map, depth);
            case Collection<?> items -> copy(items, depth);
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case Enum<?> constant -> constant.name();
            case Date date -> date.toInstant().toString();
            case TemporalAccessor time -> time.toString();
            case TemporalAmount amount -> amount.toString();
            default -> throw new IllegalArgumentException("a value of " + value.getClass() + " cannot be kept");
        };
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), normalise(value, depth + 1)));
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> copy(Collection<?> items, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        items.forEach(item -> copy.add(normalise(item, depth + 1)));
        return Collections.unmodifiableList(copy);
    }
}
