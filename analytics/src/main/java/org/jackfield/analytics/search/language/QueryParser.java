package org.jackfield.analytics.search.language;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jackfield.analytics.search.language.QueryProblem.Code;

/**
 * Reads queries: conditions side by side all hold; {@code OR}, {@code NOT}, brackets; {@code NEAR} and {@code within 3 turns of}
 * between two conditions. The reference is {@code docs/reference/search.md}.
 */
public final class QueryParser {

    private final QueryText text;
    private final ConditionParser conditions;
    private int depth;

    private QueryParser(String query, ZoneId zone) {
        text = new QueryText(query);
        conditions = new ConditionParser(text, zone, this::primary);
    }

    /**
     * @param zone in which its days lie
     * @throws InvalidQueryException it cannot be understood, or asks for too much
     */
    public static Question parse(String query, ZoneId zone) {
        if (query.length() > Limits.LENGTH) {
            throw new InvalidQueryException(Code.TOO_LONG, new Place(Limits.LENGTH, query.length()),
                    "the query has " + query.length() + " characters", "at most " + Limits.LENGTH);
        }
        return new QueryParser(query, zone).whole();
    }

    private Question whole() {
        if (text.isAtEnd()) {
            throw new InvalidQueryException(Code.EMPTY, new Place(0, 0), "nothing is asked",
                    "write a word, or has:money, or started >= 2026-01-01");
        }
        Question question = any();
        if (!text.isAtEnd()) {
            throw new InvalidQueryException(Code.UNBALANCED, new Place(text.at(), text.at() + 1),
                    "the bracket closes nothing", "open it before, or leave it out");
        }
        return question;
    }

    private Question any() {
        List<Question> any = new ArrayList<>(List.of(all()));
        while (text.takeWord("OR")) {
            any.add(all());
        }
        return any.size() == 1 ? any.getFirst() : new Question.Any(any);
    }

    private Question all() {
        List<Question> all = new ArrayList<>(List.of(not()));
        while (text.takeWord("AND") || isMore()) {
            all.add(not());
        }
        return all.size() == 1 ? all.getFirst() : new Question.All(all);
    }

    private boolean isMore() {
        return !text.isAtEnd() && text.peek() != ')' && !text.isWordNext("OR");
    }

    private Question not() {
        int start = text.at();
        text.skipBlanks();
        boolean dash = text.peek() == '-' && !Character.isWhitespace(text.peek(1)) && text.take('-');
        if (dash || text.takeWord("NOT")) {
            return deeper(start, place -> new Question.Not(not()));
        }
        return near();
    }

    /** A condition, and what must be near it. */
    private Question near() {
        Question question = primary();
        text.skipBlanks();
        int start = text.at();
        if (text.takeWord("within")) {
            return within(question, start);
        }
        String run = text.run();
        if (run.equals("NEAR") || run.startsWith("NEAR/")) {
            int words = run.equals("NEAR") ? Nearness.USUAL : Nearness.number(run.substring(5), text.since(start));
            return Nearness.of(words, text.since(start)).words(question, primary());
        }
        text.backTo(start);
        return question;
    }

    private Question within(Question one, int start) {
        text.skipBlanks();
        int figure = text.at();
        String number = text.run();
        if (number.isEmpty() || !number.chars().allMatch(Character::isDigit)) {
            text.backTo(start);
            return one;
        }
        int distance = Nearness.number(number, text.since(figure));
        boolean turns = text.takeWord("turns") || text.takeWord("turn");
        if (!turns && !text.takeWord("words") && !text.takeWord("word")) {
            throw incomplete("neither words nor turns", "write: within " + number + " words of, or turns of");
        }
        Nearness nearness = Nearness.of(distance, text.since(start)).in(order());
        conditions.expectCounterpart();
        Question other = primary();
        return turns ? nearness.turns(one, other) : nearness.words(one, other);
    }

    private Nearness.Order order() {
        if (text.takeWord("before")) {
            return Nearness.Order.BEFORE;
        }
        if (text.takeWord("after")) {
            return Nearness.Order.AFTER;
        }
        if (text.takeWord("of")) {
            return Nearness.Order.EITHER;
        }
        throw incomplete("nothing says of what", "write of, before or after");
    }

    private Question primary() {
        text.skipBlanks();
        int start = text.at();
        return text.take('(') ? deeper(start, this::bracketed) : conditions.read();
    }

    private Question bracketed(Place open) {
        Question inner = any();
        text.skipBlanks();
        if (!text.take(')')) {
            throw new InvalidQueryException(Code.UNBALANCED, open, "the bracket is not closed",
                    "write ) where it ends");
        }
        return inner;
    }

    private Question deeper(int start, Function<Place, Question> inner) {
        Place place = new Place(start, Math.max(start + 1, text.at()));
        if (++depth > Limits.DEPTH) {
            throw new InvalidQueryException(Code.TOO_COMPLEX, place, "brackets within brackets too deep", "at most "
                    + Limits.DEPTH);
        }
        Question question = inner.apply(place);
        depth--;
        return question;
    }

    private InvalidQueryException incomplete(String cause, String remedy) {
        return new InvalidQueryException(Code.INCOMPLETE, new Place(text.at(), text.at()), cause, remedy);
    }
}
