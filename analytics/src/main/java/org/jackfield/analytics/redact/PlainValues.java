package org.jackfield.analytics.redact;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/** Tells values that are plainly no secret, whatever was asked for: a sum with its unit, a date with its month. */
final class PlainValues {

    private static final Set<ValueType> TYPES = EnumSet.of(ValueType.MONEY, ValueType.PERCENT, ValueType.DATE,
            ValueType.TIME, ValueType.DURATION, ValueType.ADDRESS, ValueType.EMAIL);
    private static final Set<String> UNITS = Set.of("$", "%", "€", "£", "dollar", "dollars", "bucks", "buck", "cents",
            "cent", "euros", "euro", "pounds", "pound", "percent", "percentage", "january", "february", "march",
            "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "am", "pm", "oclock", "morning",
            "afternoon", "evening", "noon", "midnight", "quarter", "half", "second", "seconds", "minute", "minutes",
            "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow",
            "yesterday");

    private final List<Turn> turns;
    private final Map<Integer, Integer> places = new HashMap<>();

    PlainValues(List<Turn> turns) {
        this.turns = turns;
        for (int place = 0; place < turns.size(); place++) {
            places.put(turns.get(place).number(), place);
        }
    }

    /** A part's turn by its place in the conversation. */
    int place(ExtractedValue.Part part) {
        return places.getOrDefault(part.turn(), 0);
    }

    /** The parts of a value that are plain; none if it may be a secret. */
    List<ExtractedValue.Part> parts(ExtractedValue value) {
        return TYPES.contains(value.type()) && value.parts().stream().anyMatch(part -> isPlain(value.type(), part))
                ? value.parts()
                : List.of();
    }

    private boolean isPlain(ValueType type, ExtractedValue.Part part) {
        String said = turns.get(place(part)).text().substring(part.start(), part.end());
        return switch (type) {
            case ADDRESS, EMAIL -> true;
            case TIME -> said.indexOf(':') >= 0 || hasUnit(said) || said.contains("m");
            case DATE -> said.indexOf('/') >= 0 || hasUnit(said);
            default -> hasUnit(said);
        };
    }

    private static boolean hasUnit(String said) {
        return Words.of(said).list().stream().anyMatch(UNITS::contains);
    }
}
