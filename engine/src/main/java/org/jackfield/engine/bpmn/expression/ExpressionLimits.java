package org.jackfield.engine.bpmn.expression;

import java.util.Optional;

/** Bounds of one expression, so that neither parsing nor evaluating it can exhaust the stack. */
public final class ExpressionLimits {

    /** Characters of one expression. */
    public static final int LENGTH = 2000;
    /** Brackets inside each other. */
    public static final int DEPTH = 20;
    /** Conditional and unary operators, which nest without brackets. */
    public static final int PREFIXES = 60;

    private ExpressionLimits() {}

    /** What is too much about the text, if anything. */
    public static Optional<String> violation(String text) {
        if (text.indexOf("${") < 0 && text.indexOf("#{") < 0) {
            return Optional.empty();
        }
        if (text.length() > LENGTH) {
            return Optional.of("it is longer than " + LENGTH + " characters");
        }
        return nesting(text);
    }

    private static Optional<String> nesting(String text) {
        int depth = 0;
        int deepest = 0;
        int prefixes = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                case '?', '!', '-' -> prefixes++;
                default -> {
                }
            }
        }
        prefixes += text.split("\\b(not|empty)\\b", -1).length - 1;
        if (deepest > DEPTH) {
            return Optional.of("its brackets nest deeper than " + DEPTH);
        }
        return prefixes > PREFIXES
                ? Optional.of("it has more than " + PREFIXES + " conditional or unary operators")
                : Optional.empty();
    }
}
