package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.analytics.transcript.Turn;

/** The answers to an automated dialogue's questions of identification, and the facts that all attempts together make likely. */
final class Interview {

    private enum Question {
        POSTCODE,
        NAME,
        BIRTH_DATE;

        static Optional<Question> of(String asked) {
            return switch (asked) {
                case "postcode" -> Optional.of(POSTCODE);
                case "name" -> Optional.of(NAME);
                case "dob" -> Optional.of(BIRTH_DATE);
                default -> Optional.empty();
            };
        }
    }

    private final Postcodes postcodes;
    private final ToldNames names;
    private final BirthDates dates;
    private final Map<Question, List<Attempt>> attempts = new EnumMap<>(Question.class);

    Interview(Lexicon lexicon, Lexer lexer, Sounds sounds) {
        postcodes = new Postcodes(sounds);
        names = new ToldNames(lexicon, sounds);
        dates = new BirthDates(lexer);
    }

    void begin() {
        attempts.clear();
    }

    void hear(Turn turn) {
        turn.asked()
                .flatMap(Question::of)
                .filter(question -> !turn.text().isBlank())
                .ifPresent(question -> attempts.computeIfAbsent(question, first -> new ArrayList<>())
                        .add(Attempt.of(turn)));
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        postcodes.best(of(Question.POSTCODE)).ifPresent(code -> facts.add(new Fact("postcode", ValueType.CODE, code)));
        names.best(of(Question.NAME)).ifPresent(name -> facts.add(new Fact("caller_name", ValueType.PERSON, name)));
        dates.best(of(Question.BIRTH_DATE))
                .ifPresent(date -> facts.add(new Fact("birth_date", ValueType.DATE, date.toString())));
        return facts;
    }

    private List<Attempt> of(Question question) {
        return attempts.getOrDefault(question, List.of());
    }
}
