package org.jackfield.engine.bpmn.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * The functions that an expression can call, each a static method of the same name ({@code otherwise} is called
 * {@code default}). All are total: {@code null} goes in and comes out, texts are bounded. Time comes from the engine's
 * clock; zones are those of the IANA database.
 */
final class FlowFunctions {

    private static final int TEXT_LIMIT = 100_000;
    private static final int NUMBER_LIMIT = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<String, Method> BY_NAME = collect();

    private FlowFunctions() {}

    static @Nullable Method find(String name) {
        return BY_NAME.get(name);
    }

    static Collection<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Method> collect() {
        Map<String, Method> found = new TreeMap<>();
        Arrays.stream(FlowFunctions.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> {
                    method.setAccessible(true);
                    found.put(method.getName().equals("otherwise") ? "default" : method.getName(), method);
                });
        return found;
    }

    /** This instant. */
    public static Date now() {
        return ClockUtil.now();
    }

    /** The day in the zone: {@code MONDAY} to {@code SUNDAY}. */
    public static String dayOfWeek(String zone) {
        return local(zone).getDayOfWeek().name();
    }

    /** The time of day in the zone, {@code 00:00} to {@code 23:59}; texts of this form compare like times. */
    public static String timeOfDay(String zone) {
        return local(zone).format(TIME);
    }

    /** The date in the zone, as {@code 2026-11-20}. */
    public static String date(String zone) {
        return local(zone).toLocalDate().toString();
    }

    /** The texts of the values, one after the other; {@code null} adds nothing. */
    public static String concat(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value == null ? "" : value.toString());
            if (text.length() > TEXT_LIMIT) {
                throw new IllegalArgumentException("concat makes more than " + TEXT_LIMIT + " characters");
            }
        }
        return text.toString();
    }

    public static @Nullable String upper(@Nullable Object value) {
        return value == null ? null : value.toString().toUpperCase(Locale.ROOT);
    }

    public static @Nullable String lower(@Nullable Object value) {
        return value == null ? null : value.toString().toLowerCase(Locale.ROOT);
    }

    public static @Nullable String trim(@Nullable Object value) {
        return value == null ? null : value.toString().strip();
    }

    /** The value as text. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The value as a number; {@code null} when it is none. */
    public static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        String text = value == null ? "" : value.toString().strip();
        if (!text.matches("-?[0-9]{1," + NUMBER_LIMIT + "}(\\.[0-9]{1," + NUMBER_LIMIT + "})?")) {
            return null;
        }
        BigDecimal exact = new BigDecimal(text);
        return exact.scale() == 0 && exact.precision() <= 18
                ? (Number) exact.longValueExact()
                : (Number) exact.doubleValue();
    }

    /** How many characters, items or entries; 0 for {@code null}. */
    public static long size(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Map<?, ?> map -> map.size();
            case Collection<?> items -> items.size();
            default -> value.toString().length();
        };
    }

    /** Whether the text has the part, the list the item, or the map the key. */
    public static boolean contains(@Nullable Object value, @Nullable Object part) {
        return switch (value) {
            case null -> false;
            case Map<?, ?> map -> part != null && map.containsKey(part.toString());
            case Collection<?> items -> items.stream().anyMatch(item -> same(item, part));
            default -> part != null && value.toString().contains(part.toString());
        };
    }

    public static boolean startsWith(@Nullable Object value, @Nullable Object start) {
        return value != null && start != null && value.toString().startsWith(start.toString());
    }

    public static boolean endsWith(@Nullable Object value, @Nullable Object end) {
        return value != null && end != null && value.toString().endsWith(end.toString());
    }

    /** The characters from {@code from} (the first is 0) up to, not with, {@code to}; bounds outside are moved inside. */
    public static @Nullable String substring(@Nullable Object value, long from, long to) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        int start = Math.clamp(from, 0, text.length());
        return text.substring(start, Math.clamp(to, start, text.length()));
    }

    /** The value, or the other one when it is {@code null} or empty text. */
    public static @Nullable Object otherwise(@Nullable Object value, @Nullable Object other) {
        return value == null || value.equals("") ? other : value;
    }

    /**
     * How somebody can be reached, as a map: {@code identity}, {@code status}, {@code reachable}, {@code contacts}, and of a worker
     * {@code activity} and {@code takesWork}. {@code null} when that cannot be known, as of a number.
     */
    public static @Nullable Map<String, Object> presence(@Nullable Object who) {
        return who == null ? null : PresenceSession.of(who.toString()).orElse(null);
    }

    private static boolean same(@Nullable Object item, @Nullable Object part) {
        return item == null ? part == null : part != null && item.toString().equals(part.toString());
    }

    private static ZonedDateTime local(String zone) {
        try {
            return ClockUtil.now().toInstant().atZone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + zone + "' is not a time zone", e);
        }
    }
}
