package org.jackfield.analytics.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.label.define.Condition;
import org.jackfield.analytics.search.language.QueryProblem.Code;

/** How near two conditions must be, and what that makes of them. */
record Nearness(int distance, Order order, Place place) {

    /** Words between two when no number is told. */
    static final int USUAL = 5;

    /** Which of the two comes first: the one on the left, the one on the right, whichever. */
    enum Order {
        BEFORE,
        AFTER,
        EITHER;

        Condition.Order ofConditions() {
            return Condition.Order.valueOf(name());
        }
    }

    static Nearness of(int distance, Place place) {
        return new Nearness(distance, Order.EITHER, place);
    }

    Nearness in(Order fresh) {
        return new Nearness(distance, fresh, place);
    }

    static int number(String digits, Place place) {
        boolean isNumber = !digits.isEmpty() && digits.length() < 4 && digits.chars()
                .allMatch(each -> each >= '0'
                        && each <= '9');
        if (!isNumber) {
            throw new InvalidQueryException(Code.BAD_LITERAL, place, "\"" + digits + "\" is not a distance",
                    "write a whole number, as in NEAR/3 or within 3 turns of");
        }
        return Integer.parseInt(digits);
    }

    Question words(Question one, Question other) {
        bound(Limits.WORDS_APART, "words");
        List<Question.By> speakers = new ArrayList<>();
        Question near = new Question.Near(spot(one, speakers), spot(other, speakers), distance, order.ofConditions(),
                place);
        if (speakers.stream().map(Question.By::speaker).distinct().count() > 1) {
            throw new InvalidQueryException(Code.MISPLACED, place, "words of one turn have one speaker",
                    "write: within 1 turns of");
        }
        Optional<Question.By> speaker = speakers.stream().findFirst();
        return speaker.<Question>map(by -> new Question.InTurn(new Question.All(List.of(by, near)))).orElse(near);
    }

    Question turns(Question one, Question other) {
        bound(Limits.TURNS_APART, "turns");
        return new Question.WithinTurns(ofTurn(one, place), ofTurn(other, place), distance, order.ofConditions(),
                place);
    }

    private void bound(int most, String what) {
        if (distance > most) {
            throw new InvalidQueryException(Code.BAD_LITERAL, place, distance + " " + what + " are not near",
                    "at most " + most);
        }
    }

    /** What lies at certain words; the speaker of one that is bound to a speaker is noted. */
    private Question.Spot spot(Question question, List<Question.By> speakers) {
        if (question instanceof Question.Spot spot) {
            return spot;
        }
        if (question instanceof Question.InTurn(Question.All(List<Question> both)) && both.size() == 2
                && both.get(0) instanceof Question.By by && both.get(1) instanceof Question.Spot spot) {
            speakers.add(by);
            return spot;
        }
        throw new InvalidQueryException(Code.MISPLACED, place, "words are counted between two words, phrases or values",
                "put alternatives into one phrase, as in \"(refund|money back)\", or write: within 1 turns of");
    }

    /** The same question, of a turn. */
    static Question ofTurn(Question question, Place place) {
        return switch (question) {
            case Question.All all -> new Question.All(all.questions()
                    .stream()
                    .map(each -> ofTurn(each, place))
                    .toList());
            case Question.Any any -> new Question.Any(any.questions()
                    .stream()
                    .map(each -> ofTurn(each, place))
                    .toList());
            case Question.Not not -> new Question.Not(ofTurn(not.question(), place));
            case Question.InTurn inTurn -> inTurn.question();
            case Question.WithinTurns within -> throw notOfTurn(within.place());
            case Question.Filed filed -> throw notOfTurn(filed.place());
            case Question.Measured measured -> throw notOfTurn(measured.place());
            default -> question;
        };
    }

    private static InvalidQueryException notOfTurn(Place place) {
        return new InvalidQueryException(Code.MISPLACED, place, "this is not said of a turn",
                "write it outside of turn:(...), agent:(...), customer:(...) and beside, not within, a distance in turns");
    }
}
