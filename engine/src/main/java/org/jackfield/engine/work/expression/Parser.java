package org.jackfield.engine.work.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.work.expression.Expression.Operand;
import org.jackfield.engine.work.expression.ExpressionException.Kind;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the tokens; NOT binds closer than AND, AND than OR. Bounded, so that no text overflows the stack. */
final class Parser {

    private static final int MOST_CHARACTERS = 4_096;
    private static final int MOST_DEPTH = 32;
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "has", "contains");

    private final Scope unprefixed;
    private final List<Token> tokens;
    private int at;
    private int depth;

    Parser(String text, Scope unprefixed) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ExpressionException(Kind.TOO_LARGE, MOST_CHARACTERS,
                    "the expression is longer than " + MOST_CHARACTERS
                            + " characters; it has to end");
        }
        this.unprefixed = unprefixed;
        this.tokens = new Lexer(text).tokens();
    }

    Expression parse() {
        Expression whole = anyOf();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("AND, OR or the end");
        }
        return whole;
    }

    /** Paths, each with ASC (the default) or DESC, with commas between them. */
    Ordering ordering() {
        List<Ordering.Key> keys = new ArrayList<>();
        do {
            if (peek().kind() != Token.Kind.NAME) {
                throw unexpected("an attribute");
            }
            Expression.Path path = path();
            boolean descending = takeWord("desc");
            if (!descending) {
                takeWord("asc");
            }
            keys.add(new Ordering.Key(path, descending));
        } while (takeKind(Token.Kind.COMMA));
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("ASC, DESC, ',' or the end");
        }
        return new Ordering(keys);
    }

    private Expression anyOf() {
        int position = peek().position();
        List<Expression> terms = new ArrayList<>(List.of(allOf()));
        while (takeWord("or")) {
            terms.add(allOf());
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.AnyOf(position, List.copyOf(terms));
    }

    private Expression allOf() {
        int position = peek().position();
        List<Expression> terms = new ArrayList<>(List.of(term()));
        while (takeWord("and")) {
            terms.add(term());
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.AllOf(position, List.copyOf(terms));
    }

    private Expression term() {
        int position = peek().position();
        if (takeWord("not")) {
            descend(position);
            Expression denied = new Expression.Not(position, term());
            depth--;
            return denied;
        }
        if (peek().kind() != Token.Kind.OPEN) {
            return comparison();
        }
        descend(position);
        at++;
        Expression inner = anyOf();
        expect(Token.Kind.CLOSE, "')'");
        depth--;
        return inner;
    }

    private void descend(int position) {
        if (++depth > MOST_DEPTH) {
            throw new ExpressionException(Kind.TOO_LARGE, position,
                    "more than " + MOST_DEPTH + " open parentheses and NOTs");
        }
    }

    private Expression comparison() {
        Operand left = operand();
        int position = peek().position();
        Operator operator = operator();
        Operand right = operand();
        refuseWhatNeverMatches(left, operator, right);
        return new Expression.Comparison(position, left, operator, right);
    }

    private Operator operator() {
        Token token = take();
        if (token.isWord("not")) {
            if (!takeWord("in")) {
                throw unexpected("IN after NOT");
            }
            return Operator.NOT_IN;
        }
        if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.OPERATOR) {
            throw unexpected(token, "a comparison");
        }
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "==", "=" -> Operator.EQUAL;
            case "!=" -> Operator.NOT_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case "has" -> Operator.HAS;
            case "in" -> Operator.IN;
            case "contains" -> Operator.CONTAINS;
            default -> throw unexpected(token, "a comparison");
        };
    }

    private static void refuseWhatNeverMatches(Operand left, Operator operator, Operand right) {
        boolean leftList = left instanceof Expression.Constant constant && constant.constant() instanceof List;
        boolean rightList = right instanceof Expression.Constant constant && constant.constant() instanceof List;
        switch (operator) {
            case HAS -> {
                refuse(left instanceof Expression.Constant && !leftList, left, "HAS needs a list on its left");
                refuse(rightList, right, "HAS needs a single value on its right");
            }
            case IN, NOT_IN -> {
                refuse(right instanceof Expression.Constant && !rightList, right, "IN needs a list on its right");
                refuse(leftList, left, "IN needs a single value on its left");
            }
            default -> {
                refuse(leftList, left, "a list cannot be compared this way");
                refuse(rightList, right, "a list cannot be compared this way");
            }
        }
    }

    private static void refuse(boolean wrong, Operand where, String problem) {
        if (wrong) {
            throw new ExpressionException(Kind.WRONG_TYPE, where.position(), problem);
        }
    }

    private Operand operand() {
        Token token = peek();
        return switch (token.kind()) {
            case OPEN_LIST -> new Expression.Constant(token.position(), list());
            case STRING, NUMBER -> new Expression.Constant(token.position(), constant());
            case NAME -> isConstantWord(token) ? new Expression.Constant(token.position(), constant()) : path();
            default -> throw unexpected("a value or an attribute");
        };
    }

    private List<@Nullable Object> list() {
        at++;
        List<@Nullable Object> values = new ArrayList<>();
        while (peek().kind() != Token.Kind.CLOSE_LIST) {
            if (!values.isEmpty()) {
                expect(Token.Kind.COMMA, "',' or ']'");
            }
            values.add(constant());
        }
        at++;
        return values;
    }

    private @Nullable Object constant() {
        Token token = take();
        if (token.kind() == Token.Kind.STRING) {
            return token.text();
        }
        if (token.kind() == Token.Kind.NUMBER) {
            return number(token);
        }
        if (isConstantWord(token)) {
            return token.isWord("null") ? null : Boolean.valueOf(token.isWord("true"));
        }
        throw unexpected(token, "a text, a number, true, false or null");
    }

    private static Number number(Token token) {
        try {
            if (token.text().length() <= 18 && token.text().indexOf('.') < 0) {
                return Long.valueOf(token.text());
            }
            return new BigDecimal(token.text());
        } catch (NumberFormatException e) {
            throw new ExpressionException(Kind.SYNTAX, token.position(), "'" + token.text() + "' is not a number");
        }
    }

    private Expression.Path path() {
        Token first = take();
        if (RESERVED.contains(first.text().toLowerCase(Locale.ROOT))) {
            throw unexpected(first, "a value or an attribute");
        }
        Optional<Scope> named = peek().kind() == Token.Kind.DOT ? Scope.named(first.text()) : Optional.empty();
        Scope scope = named.orElse(unprefixed);
        List<Object> steps = new ArrayList<>();
        if (named.isEmpty()) {
            steps.add(first.text());
        }
        while (peek().kind() == Token.Kind.DOT || peek().kind() == Token.Kind.OPEN_LIST) {
            steps.add(step());
        }
        return new Expression.Path(first.position(), scope, List.copyOf(steps));
    }

    private Object step() {
        if (take().kind() == Token.Kind.DOT) {
            return expect(Token.Kind.NAME, "a name after '.'").text();
        }
        Token index = expect(Token.Kind.NUMBER, "an index");
        if (!index.text().matches("[0-9]{1,4}")) {
            throw new ExpressionException(Kind.SYNTAX, index.position(), "an index is a whole number from 0 to 9999");
        }
        expect(Token.Kind.CLOSE_LIST, "']'");
        return Integer.valueOf(index.text());
    }

    private static boolean isConstantWord(Token token) {
        return token.isWord("true") || token.isWord("false") || token.isWord("null");
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private boolean takeWord(String word) {
        boolean there = peek().isWord(word);
        if (there) {
            at++;
        }
        return there;
    }

    private boolean takeKind(Token.Kind kind) {
        boolean there = peek().kind() == kind;
        if (there) {
            at++;
        }
        return there;
    }

    private Token expect(Token.Kind kind, String wanted) {
        if (peek().kind() != kind) {
            throw unexpected(wanted);
        }
        return take();
    }

    private ExpressionException unexpected(String wanted) {
        return unexpected(peek(), wanted);
    }

    private static ExpressionException unexpected(Token token, String wanted) {
        return new ExpressionException(Kind.SYNTAX, token.position(),
                "expected " + wanted + " instead of " + token.shown());
    }
}
