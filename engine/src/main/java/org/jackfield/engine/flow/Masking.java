package org.jackfield.engine.flow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides what nobody who watches a flow needs to see: values under names that mean a secret, and the numbers of payment
 * cards wherever they stand (12 to 19 digits with a valid check digit, ISO/IEC 7812-1 annex B).
 */
public final class Masking {

    /** Stands in the place of what is hidden. */
    public static final String HIDDEN = "(hidden)";

    private static final Pattern SECRET = Pattern.compile(
            "(^|_)(pin|cvv|cvc|ssn|otp)($|_)|passw|secret|token|credential|card|iban|securitycode|apikey|passcode");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ -]?\\d){11,18}");
    private static final int DEEPEST = 8;

    private Masking() {}

    /** A copy in order of name with everything secret masked. */
    public static Map<String, Object> masked(Map<String, ?> values) {
        return masked(values, 0);
    }

    private static Map<String, Object> masked(Map<String, ?> values, int depth) {
        Map<String, Object> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(name, isSecret(name) ? HIDDEN : masked(value, depth)));
        return shown;
    }

    private static Object masked(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return HIDDEN;
        }
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> masked(texts(map), depth + 1);
            case List<?> list -> list.stream().map(each -> masked(each, depth + 1)).toList();
            case String text -> withoutCards(text);
            case Number number -> withoutCards(number.toString()).equals(HIDDEN) ? HIDDEN : number;
            case Boolean flag -> flag;
            default -> String.valueOf(value);
        };
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new TreeMap<>();
        map.forEach((name, value) -> texts.put(String.valueOf(name), value == null ? "" : value));
        return texts;
    }

    private static boolean isSecret(String name) {
        String folded = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return SECRET.matcher(folded).find() || SECRET.matcher(folded.replace("_", "")).find();
    }

    private static String withoutCards(String text) {
        return DIGITS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        hasCheckDigit(found.group().replaceAll("[ -]", "")) ? HIDDEN : found.group()));
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
