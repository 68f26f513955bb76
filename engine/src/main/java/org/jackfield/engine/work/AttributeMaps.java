package org.jackfield.engine.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Attributes from outside, copied and bounded: strings, numbers, booleans, lists and maps only. A null value is left out;
 * expressions read an absent key as null.
 */
final class AttributeMaps {

    private static final int MOST_VALUES = 2_000;
    private static final int MOST_DEPTH = 8;
    private static final int LONGEST_TEXT = 8_192;

    private int values;

    private AttributeMaps() {}

    /**
     * A copy that nobody can change.
     *
     * @throws DomainException INVALID_PARAMETER when it is too deep, too large or holds something else
     */
    static Map<String, Object> checked(Map<String, ?> attributes) {
        return new AttributeMaps().map(attributes, 1);
    }

    private Map<String, Object> map(Map<?, ?> from, int depth) {
        Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(from.size());
        from.forEach((key, value) -> {
            if (value != null) {
                copy.put(text(String.valueOf(key)), value(value, depth + 1));
            }
        });
        return Map.copyOf(copy);
    }

    private Object value(@Nullable Object value, int depth) {
        refuse(++values > MOST_VALUES, "more than " + MOST_VALUES + " values");
        refuse(depth > MOST_DEPTH, "deeper than " + MOST_DEPTH + " levels");
        return switch (value) {
            case String text -> text(text);
            case Number number -> number;
            case Boolean flag -> flag;
            case Map<?, ?> map -> map(map, depth);
            case List<?> list ->
                list.stream().filter(element -> element != null).map(element -> value(element, depth + 1)).toList();
            case null, default -> throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "attributes hold strings, numbers, booleans, lists and maps only");
        };
    }

    private static String text(String text) {
        refuse(text.length() > LONGEST_TEXT, "a text longer than " + LONGEST_TEXT + " characters");
        refuse(text.indexOf('\0') >= 0, "a text with a null character");
        return text;
    }

    private static void refuse(boolean wrong, String problem) {
        if (wrong) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER, "attributes have " + problem);
        }
    }
}
