package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/**
 * The parameters of a request, from its query and its form body. Lists come as repeated parameters, booleans as
 * {@code true} or {@code false}. What is malformed is refused with the parameter's name.
 */
final class Params {

    private static final int LONGEST = 65_536;

    private final Map<String, String[]> values;

    Params(HttpServletRequest request) {
        values = request.getParameterMap();
    }

    Optional<String> text(String name) {
        String[] given = values.get(name);
        if (given == null || given.length == 0) {
            return Optional.empty();
        }
        String value = given[given.length - 1];
        if (value.length() > LONGEST || value.indexOf('\u0000') >= 0) {
            throw invalid(name, "has more than " + LONGEST + " characters or a null character");
        }
        return Optional.of(value);
    }

    String required(String name) {
        return text(name).filter(value -> !value.isBlank()).orElseThrow(() -> invalid(name, "is required"));
    }

    List<String> all(String name) {
        return List.of(values.getOrDefault(name, new String[0]));
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "'" + value + "' is neither true nor false");
        });
    }

    Optional<Integer> number(String name, int least, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notOne) {
                throw invalid(name, "'" + shortened(value) + "' is not a whole number");
            }
            throw invalid(name, value + " is not from " + least + " to " + most);
        });
    }

    static DomainException invalid(String name, String problem) {
        return new DomainException(ErrorCode.INVALID_PARAMETER, "Parameter " + name + " " + problem);
    }

    static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }
}
