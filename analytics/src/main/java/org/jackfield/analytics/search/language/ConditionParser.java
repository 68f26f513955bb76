package org.jackfield.analytics.search.language;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.Part;
import org.jackfield.analytics.label.define.Phrase;
import org.jackfield.analytics.label.define.PhraseProblem;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Words;

/** Reads one condition: a word, a phrase, a field, a comparison, or what somebody in particular says. */
final class ConditionParser {

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "NEAR", "within");
    private static final String FIELDS = "agent, customer, system, turn, label, has, queue, worker, flow, call, "
            + "conversation";

    private final QueryText text;
    private final Supplier<Question> operands;
    private final ComparisonParser comparisons;
    private int count;
    private boolean isCounterpart;

    /** @param operands reads what follows the name of a speaker */
    ConditionParser(QueryText text, ZoneId zone, Supplier<Question> operands) {
        this.text = text;
        this.operands = operands;
        comparisons = new ComparisonParser(text, zone);
    }

    /** The next condition is the other one of two: there a speaker's name may stand right before a word. */
    void expectCounterpart() {
        isCounterpart = true;
    }

    Question read() {
        boolean counterpart = isCounterpart;
        isCounterpart = false;
        text.skipBlanks();
        int start = text.at();
        if (++count > Limits.CONDITIONS) {
            throw new InvalidQueryException(Code.TOO_COMPLEX, new Place(start, start + 1), "too many conditions",
                    "at most " + Limits.CONDITIONS + "; put alternatives into one phrase: \"(one|other)\"");
        }
        if (text.peek() == '"') {
            return phrase(text.quoted(), start);
        }
        String run = text.run();
        if (run.isEmpty() || (OPERATORS.contains(run) && !run.equals("within"))) {
            throw new InvalidQueryException(Code.INCOMPLETE, new Place(start, Math.max(start + 1, text.at())),
                    "a condition must stand here", "write a word, a phrase in quotation marks or a field");
        }
        if (text.take(':')) {
            return field(run, start);
        }
        return speaker(run).flatMap(who -> says(who, start, counterpart))
                .or(() -> comparisons.read(run, start))
                .orElseGet(() -> word(run, start));
    }

    private static Optional<Speaker> speaker(String word) {
        return Arrays.stream(Speaker.values()).filter(who -> who.word().equals(word)).findFirst();
    }

    private Optional<Question> says(Speaker who, int start, boolean counterpart) {
        int before = text.at();
        boolean isTold = text.takeWord("says") || text.takeWord("said");
        text.skipBlanks();
        if (isTold || text.peek() == '"' || (counterpart && isWordNext())) {
            return Optional.of(by(who, new Place(start, before)));
        }
        text.backTo(before);
        return Optional.empty();
    }

    private boolean isWordNext() {
        int before = text.at();
        String run = text.run();
        text.backTo(before);
        return !run.isEmpty() && !OPERATORS.contains(run);
    }

    private Question by(Speaker who, Place place) {
        return together(new Question.By(who, place), operand(place));
    }

    private static Question together(Question.By by, Question of) {
        return new Question.InTurn(new Question.All(List.of(by, of)));
    }

    /** Only what stands right there: the distance to something else is measured from all of it. */
    private Question operand(Place place) {
        text.skipBlanks();
        Question operand = text.peek() == '(' ? operands.get() : read();
        return Nearness.ofTurn(operand, place);
    }

    private Question field(String name, int start) {
        Optional<Speaker> who = speaker(name);
        if (who.isPresent()) {
            return by(who.get(), text.since(start));
        }
        return switch (name) {
            case "turn" -> new Question.InTurn(operand(text.since(start)));
            case "label" -> new Question.Labelled(name(), text.since(start));
            case "has" -> has(start);
            case "queue", "worker", "flow", "call", "conversation" ->
                new Question.Filed(Filing.valueOf(name.toUpperCase(Locale.ROOT)), name().toLowerCase(Locale.ROOT),
                        text.since(start));
            default -> throw new InvalidQueryException(Code.UNKNOWN_FIELD, new Place(start, start + name.length()),
                    "there is no field " + name, "write one of " + FIELDS + "; or the word without the colon");
        };
    }

    private Question has(int start) {
        String type = text.run();
        ValueType found = ComparisonParser.type(type)
                .orElseThrow(() -> new InvalidQueryException(Code.BAD_LITERAL, text.since(start),
                        "no value type is called " + type, "take one of " + ComparisonParser.types()));
        Optional<String> label = comparisons.label();
        return new Question.Valued(new ValueTest(found, label, Optional.empty(), Optional.empty(), Optional.empty()),
                text.since(start));
    }

    private String name() {
        int start = text.at();
        String name = text.peek() == '"' ? text.quoted().strip() : text.literal();
        if (name.isEmpty() || name.equals("*")) {
            throw new InvalidQueryException(Code.INCOMPLETE, new Place(start, start + 1), "a name must stand here",
                    "write it right after the colon, in quotation marks if it has blanks; x* for all that begin with x");
        }
        return name;
    }

    private Question phrase(String inner, int start) {
        try {
            return new Question.Said(Phrase.parse(inner), text.since(start));
        } catch (PhraseProblem problem) {
            throw new InvalidQueryException(Code.BAD_PHRASE, text.since(start), "in the phrase: " + problem.cause(),
                    problem.remedy());
        }
    }

    /** Outside of quotation marks only a {@code *} at the end is more than the letter that it is. */
    private Question word(String run, int start) {
        boolean beginning = run.endsWith("*");
        List<String> words = Words.of(run).list();
        Place place = text.since(start);
        if (words.isEmpty()) {
            throw new InvalidQueryException(Code.BAD_PHRASE, place, "\"" + run + "\" contains no word",
                    "leave it out: signs are not said");
        }
        if (beginning && words.getLast().length() < Limits.SHORTEST_BEGINNING) {
            throw new InvalidQueryException(Code.TOO_WIDE, place, run + " stands for too many words",
                    "write at least " + Limits.SHORTEST_BEGINNING + " letters before *");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = beginning && i == words.size() - 1;
            parts.add(new Part.Word(List.of(last ? words.get(i) + "*" : words.get(i))));
        }
        return new Question.Said(new Phrase(run, parts.size() == 1 ? parts.getFirst() : new Part.Sequence(parts)),
                place);
    }
}
