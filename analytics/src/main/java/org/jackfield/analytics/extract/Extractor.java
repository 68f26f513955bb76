package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/**
 * Finds the values of a conversation: reads each turn once, with what the other side asked before in mind, and joins what was told
 * over several turns. It takes any text: other scripts, control characters and turns of megabytes, in time linear in their length.
 * It reuses its buffers, so each thread needs one of its own; making one costs milliseconds.
 */
public final class Extractor {

    private static final int RECENT = 12;

    private final Lexer lexer;
    private final Labels labels;
    private final Scan scan = new Scan();
    private final Cues cues;
    private final Grammar grammar;
    private final Interview interview;

    public Extractor() {
        Lexicon.Builder words = new Lexicon.Builder().read("words.txt").read("names.txt").read("plain.txt");
        Labels.Reader reader = new Labels.Reader(words);
        Lexicon lexicon = words.build();
        labels = reader.build(lexicon);
        lexer = new Lexer(lexicon);
        interview = new Interview(lexicon, lexer, new Sounds());
        cues = new Cues(labels);
        grammar = new Grammar(scan, cues, labels.named("balance").topic());
    }

    public Extraction extract(Transcript transcript) {
        return new Reading(transcript).read();
    }

    /** One conversation while it is read. */
    private final class Reading {

        private final Transcript transcript;
        private final Days days;
        private final Asked asked = new Asked();
        private final Facts facts = new Facts();
        private final Growing growing = new Growing();
        private final List<ExtractedValue> values = new ArrayList<>();
        private int topic = Labels.ANY;

        Reading(Transcript transcript) {
            this.transcript = transcript;
            days = new Days(transcript.day());
        }

        Extraction read() {
            interview.begin();
            transcript.turns().forEach(this::turn);
            return new Extraction(values, facts());
        }

        /** What an interview found out counts more than the last word of it. */
        private List<Fact> facts() {
            List<Fact> all = interview.facts();
            Set<String> told = all.stream().map(Fact::label).collect(Collectors.toSet());
            facts.list().stream().filter(fact -> !told.contains(fact.label())).forEach(all::add);
            return all;
        }

        private void turn(Turn turn) {
            interview.hear(turn);
            lexer.read(turn.text(), scan.tokens);
            cues.read(scan.tokens, topic);
            scan.begin(asked.of(turn.speaker()), days, recent());
            grammar.read(scan);
            growing.interrupt(turn.speaker(), scan.tokens.size());
            Set<Label> given = new HashSet<>();
            scan.found.forEach(found -> keep(turn, found).ifPresent(given::add));
            asked.hear(turn.speaker(), scan.tokens.size(), cues.hits(), given);
            topic = cues.lastTopic();
        }

        private List<ExtractedValue> recent() {
            return values.subList(Math.max(0, values.size() - RECENT), values.size());
        }

        private Optional<Label> keep(Turn turn, Scan.Found found) {
            ExtractedValue.Part part = new ExtractedValue.Part(turn.number(), scan.tokens.start(found.from()),
                    scan.tokens.endBefore(found.to()));
            boolean told = isTold(found);
            if (told && found.from() == 0 && growing.accepts(turn.speaker(), found.normal().length())) {
                note(growing.grow(values, found.normal(), part), found.from());
                return growing.label();
            }
            Optional<Label> label = label(turn, found);
            ExtractedValue value = new ExtractedValue(found.type(), found.normal(), List.of(part),
                    found.label().or(() -> label.map(Label::name)).or(() -> person(turn, found)).or(() -> echo(found)),
                    found.rule());
            values.add(value);
            note(value, found.from());
            if (told && found.to() == scan.tokens.size() && label.isPresent()) {
                growing.open(turn.speaker(), values.size() - 1, label.get(), found.normal().length());
            } else {
                growing.close();
            }
            return label;
        }

        private void note(ExtractedValue value, int token) {
            facts.note(cues.topicAt(token), value);
        }

        private static boolean isTold(Scan.Found found) {
            if (found.type() == ValueType.NUMBER) {
                return found.normal().length() == 1;
            }
            return Label.isTold(found.type()) && !found.rule().equals("house")
                    && found.normal().chars().allMatch(Character::isDigit);
        }

        private Optional<Label> label(Turn turn, Scan.Found found) {
            if (found.label().isPresent() || found.type() == ValueType.PERSON) {
                return Optional.empty();
            }
            Set<ValueType> types = Label.isTold(found.type())
                    ? told(found.type())
                    : EnumSet.of(found.type());
            int digits = Label.isTold(found.type()) ? found.normal().length() : 0;
            return cues.label(new Query(found.from(), found.to(), types, digits, false), asked.of(turn.speaker()));
        }

        private static Set<ValueType> told(ValueType type) {
            return type == ValueType.CODE
                    ? EnumSet.of(ValueType.CODE, ValueType.DIGITS)
                    : EnumSet.of(ValueType.DIGITS, ValueType.PHONE, ValueType.CODE);
        }

        private static Optional<String> person(Turn turn, Scan.Found found) {
            if (found.type() != ValueType.PERSON) {
                return Optional.empty();
            }
            return Optional.of(turn.speaker() == Speaker.AGENT ? "agent_name" : "caller_name");
        }

        /** The label of the same value a moment ago: a read-back. */
        private Optional<String> echo(Scan.Found found) {
            return recent().reversed()
                    .stream()
                    .filter(value -> value.normal().equals(found.normal()))
                    .findFirst()
                    .flatMap(ExtractedValue::label);
        }
    }
}
