package org.jackfield.engine.bpmn.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of FEEL that a decision may use: no functions of its own (an external one would be Java), no iteration, no
 * regular expressions, and only functions whose cost is bounded by what they are given.
 */
public final class FeelCheck {

    private static final int LENGTH = 2000;
    private static final int DEPTH = 20;
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern WORD = Pattern.compile("\\b(function|external|for|some|every|instance)\\b");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_ .\\t\\r\\n]*)?\\(");
    private static final Set<String> BEFORE_BRACKET = Set.of("not", "and", "or", "in", "if", "then", "else", "between",
            "date", "time", "date and time", "duration", "number", "string", "contains", "starts with", "ends with",
            "upper case", "lower case", "substring", "string length", "substring before", "substring after", "min",
            "max", "sum", "count", "mean", "abs", "floor", "ceiling", "decimal", "modulo", "list contains",
            "is defined",
            "day of week", "month of year", "now", "today", "all", "any", "append", "concatenate", "get value",
            "years and months duration", "round up", "round down", "round half up", "round half down");

    private FeelCheck() {}

    /** What the text uses that a decision may not. */
    public static Optional<String> violation(String feel) {
        if (feel.length() > LENGTH || depth(feel) > DEPTH) {
            return Optional.of("it is longer than " + LENGTH + " characters or deeper than " + DEPTH);
        }
        if (ExpressionCheck.isExpression(feel)) {
            return Optional.of("${...} is not FEEL");
        }
        String bare = STRING.matcher(feel).replaceAll("\"\"");
        Matcher word = WORD.matcher(bare);
        if (word.find()) {
            return Optional.of(word.group());
        }
        return CALL.matcher(bare)
                .results()
                .map(call -> call.group(1) == null ? "" : call.group(1).strip())
                .filter(words -> !isAllowed(words))
                .findFirst();
    }

    private static boolean isAllowed(String words) {
        if (words.isEmpty()) {
            return true;
        }
        String[] parts = words.split("\\s+", -1);
        for (int from = 0; from < parts.length; from++) {
            if (BEFORE_BRACKET.contains(String.join(" ", Arrays.copyOfRange(parts, from, parts.length)))) {
                return true;
            }
        }
        return false;
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {
                }
            }
        }
        return deepest;
    }
}
