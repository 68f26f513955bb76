package org.jackfield.engine.work.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.work.expression.Operator;
import org.jackfield.engine.work.table.TableProblem.Code;

/** Goes through the text of a cell from left to right; blanks between words mean nothing. */
final class Scanner {

    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern OPERATOR = Pattern.compile("<=|>=|<|>");
    private static final Pattern DOTS = Pattern.compile("\\.\\.");
    private static final int MOST_DIGITS = 40;
    private static final int MOST_SHOWN = 60;

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at >= text.length();
    }

    boolean takes(char wanted) {
        boolean there = !isAtEnd() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    boolean takesWord(String wanted) {
        boolean there = peek(WORD).filter(wanted::equals).isPresent();
        if (there) {
            at += wanted.length();
        }
        return there;
    }

    void expectDots() throws CellException {
        if (take(DOTS).isEmpty()) {
            throw unknown(Code.TEST_UNKNOWN);
        }
    }

    Optional<Operator> operator() {
        Optional<String> sign = take(OPERATOR);
        return sign.map(one -> switch (one) {
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "<" -> Operator.LESS;
            default -> Operator.GREATER;
        });
    }

    /** A text in double quotes, a number, true or false. */
    Object value(Code otherwise) throws CellException {
        if (takes('"')) {
            return string();
        }
        Optional<String> number = take(NUMBER);
        if (number.isPresent()) {
            if (number.get().length() > MOST_DIGITS) {
                throw unknown(otherwise);
            }
            return new BigDecimal(number.get());
        }
        if (takesWord("true")) {
            return true;
        }
        if (takesWord("false")) {
            return false;
        }
        boolean isName = peek(WORD).filter(word -> !isCalled(word)).isPresent();
        throw unknown(isName || (!isAtEnd() && text.charAt(at) == '\'') ? Code.TEXT_UNQUOTED : otherwise);
    }

    /** What is wrong, where, and what the whole cell says. */
    CellException unknown(Code code) {
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
        String place = isAtEnd() ? "at its end" : "at character " + (at + 1);
        return new CellException(code, "it says " + shown.strip() + ", which cannot be read " + place);
    }

    private boolean isCalled(String word) {
        return text.startsWith("(", at + word.length());
    }

    private Optional<String> take(Pattern pattern) {
        Optional<String> taken = peek(pattern);
        taken.ifPresent(one -> at += one.length());
        return taken;
    }

    private Optional<String> peek(Pattern pattern) {
        skipBlanks();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private String string() throws CellException {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            throw unknown(Code.TEXT_UNQUOTED);
        }
        at++;
        return value.toString();
    }

    /** Leaves the last character of the escape to be passed. */
    private char escaped() throws CellException {
        at++;
        char kind = at < text.length() ? text.charAt(at) : '\0';
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"', '\\', '\'' -> kind;
            default -> throw unknown(Code.TEST_UNKNOWN);
        };
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
