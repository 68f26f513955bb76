package org.jackfield.engine.work.expression;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.engine.work.expression.ExpressionException.Kind;

/** Cuts a text into tokens, in one pass. */
final class Lexer {

    private static final String SINGLE = "()[],.";
    private static final Token.Kind[] SINGLE_KINDS = {Token.Kind.OPEN, Token.Kind.CLOSE, Token.Kind.OPEN_LIST,
        Token.Kind.CLOSE_LIST, Token.Kind.COMMA, Token.Kind.DOT};

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else {
                tokens.add(next(c));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens;
    }

    private Token next(char c) {
        if (SINGLE.indexOf(c) >= 0) {
            return new Token(SINGLE_KINDS[SINGLE.indexOf(c)], String.valueOf(c), at++);
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (isDigit(c) || (c == '-' && isDigit(peek(1)))) {
            return number();
        }
        if (isNameStart(c)) {
            return name();
        }
        return operator(c);
    }

    private Token string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new ExpressionException(Kind.SYNTAX, start, "a text is not closed; it starts");
        }
        at++;
        return new Token(Token.Kind.STRING, value.toString(), start);
    }

    private Token number() {
        int start = at++;
        while (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
            at++;
        }
        if (isNameStart(peek(0))) {
            throw new ExpressionException(Kind.SYNTAX, at, "a number goes over into a name");
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private Token name() {
        int start = at;
        while (isNameStart(peek(0)) || isDigit(peek(0))) {
            at++;
        }
        if (peek(0) == '-') {
            throw new ExpressionException(Kind.HYPHENATED_NAME, at, "the name '" + text.substring(start, at)
                    + "' goes on with a hyphen, which a name cannot have (use an underscore)");
        }
        return new Token(Token.Kind.NAME, text.substring(start, at), start);
    }

    private Token operator(char c) {
        int start = at;
        boolean two = peek(1) == '=' && "=!<>".indexOf(c) >= 0;
        if (!two && "=<>".indexOf(c) < 0) {
            throw new ExpressionException(Kind.SYNTAX, start, "the character '" + c + "' has no meaning");
        }
        at += two ? 2 : 1;
        return new Token(Token.Kind.OPERATOR, text.substring(start, at), start);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c);
    }
}
