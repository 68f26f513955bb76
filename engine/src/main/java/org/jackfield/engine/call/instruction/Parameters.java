package org.jackfield.engine.call.instruction;

import org.jackfield.engine.flow.InstructionDefinition;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/** The parameters of one instruction, read by their definition: defaults filled in, types and bounds checked. */
public final class Parameters {

    private static final int LONGEST_TEXT = 20_000;
    private static final long LARGEST = 1_000_000_000L;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");

    private final InstructionDefinition definition;
    private final Map<String, ?> values;

    Parameters(InstructionDefinition definition, Map<String, ?> values) {
        this.definition = definition;
        this.values = values;
    }

    /** The text; the default when it is missing, empty when there is none. */
    String text(String name) {
        return find(name).orElse("");
    }

    Optional<String> find(String name) {
        InstructionDefinition.Parameter parameter = definition.parameter(name).orElseThrow();
        Object value = values.get(name);
        Optional<String> text = value == null ? parameter.defaultText() : Optional.of(String.valueOf(value));
        if (parameter.required() && text.filter(found -> !found.isBlank()).isEmpty()) {
            throw wrong(name, "is missing");
        }
        if (text.orElse("").length() > LONGEST_TEXT) {
            throw wrong(name, "is longer than " + LONGEST_TEXT + " characters");
        }
        if (!parameter.choices().isEmpty() && !parameter.choices().contains(text.orElse(""))) {
            throw wrong(name, "is none of " + parameter.choices());
        }
        return text;
    }

    int integer(String name) {
        return findInteger(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<Integer> findInteger(String name) {
        return filled(name).map(text -> {
            try {
                long number = Double.valueOf(text).longValue();
                if (number < 0 || number > LARGEST || number != Double.parseDouble(text)) {
                    throw wrong(name, "is no whole number from 0 to " + LARGEST);
                }
                return (int) number;
            } catch (NumberFormatException _) {
                throw wrong(name, "is no whole number");
            }
        });
    }

    boolean flag(String name) {
        String text = text(name).strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(name, "is neither true nor false");
        }
        return text.equals("true");
    }

    Duration duration(String name) {
        return findDuration(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<Duration> findDuration(String name) {
        return filled(name).map(text -> {
            try {
                Duration duration = SECONDS.matcher(text).matches()
                        ? Duration.ofMillis((long) (Double.parseDouble(text) * 1_000))
                        : Duration.parse(text);
                if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                    throw wrong(name, "is not between 0 and " + LONGEST.toDays() + " days");
                }
                return duration;
            } catch (DateTimeParseException _) {
                throw wrong(name, "is no duration such as PT5S");
            }
        });
    }

    Map<String, ?> map(String name) {
        Object value = values.get(name);
        if (value == null || "".equals(value)) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> given)) {
            throw wrong(name, "is no map");
        }
        Map<String, Object> copy = new HashMap<>();
        given.forEach((key, entry) -> {
            if (key != null && entry != null) {
                copy.put(String.valueOf(key), entry);
            }
        });
        return Map.copyOf(copy);
    }

    DomainException wrong(String name, String what) {
        return new DomainException(ErrorCode.INVALID_PARAMETER,
                "parameter '" + name + "' of '" + definition.name() + "' " + what);
    }

    private Optional<String> filled(String name) {
        return find(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
