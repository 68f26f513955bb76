package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.Extractor;
import org.jackfield.analytics.extract.NumberReader;
import org.jackfield.analytics.extract.SaidNumber;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;
import org.jackfield.analytics.transcript.Words;

/**
 * Takes secrets out of conversations: card numbers, security codes, PINs and social security numbers, however and over however
 * many turns they are told, and values of the types that a tenant chooses. In doubt digits that follow a question for a secret
 * are taken out. The same conversation always gives the same result. Time is linear in the text. It reuses its buffers, so each
 * thread needs one of its own; making one costs milliseconds.
 */
public final class Redactor {

    private static final int MOST_ALTERNATIVES = 5;

    private final CuePhrases phrases = new CuePhrases();
    private final NumberReader numbers = new NumberReader();
    private final Extractor extractor = new Extractor();

    /**
     * @param words when each word was said, as far as it is known
     * @param types values that are taken out as well
     */
    public Redacted redact(Transcript transcript, List<WordTime> words, Set<ValueType> types) {
        Hidden hidden = hidden(transcript, types);
        List<Hidden> others = others(transcript, types);
        List<Turn> turns = new ArrayList<>();
        Silences silences = new Silences(transcript.turns(), words);
        int count = 0;
        for (int place = 0; place < transcript.turns().size(); place++) {
            Turn turn = transcript.turns().get(place);
            List<Hidden.Span> spans = hidden.spans(place, turn.text());
            spans.forEach(span -> silences.add(turn, span.start(), span.end()));
            turns.add(new Turn(turn.number(), turn.speaker(), without(turn.text(), spans), turn.time(), turn.asked(),
                    spans.isEmpty() ? harmless(turn.alternatives(), others, place) : List.of()));
            count += spans.size();
        }
        return new Redacted(new Transcript(transcript.id(), transcript.day(), turns), silences.merged(),
                silences.isComplete(), count);
    }

    /** Whether a text by itself, such as a name or a reference, holds no card number. */
    public boolean isHarmless(String text) {
        Transcript alone = new Transcript("", Optional.empty(),
                List.of(Turn.of(0, Speaker.SYSTEM, text)));
        return hidden(alone, Set.of()).isEmpty(0);
    }

    private Hidden hidden(Transcript transcript, Set<ValueType> types) {
        List<ExtractedValue> values = extractor.extract(transcript).values();
        List<List<ExtractedValue.Part>> plain = new ArrayList<>();
        transcript.turns().forEach(turn -> plain.add(new ArrayList<>()));
        PlainValues sure = new PlainValues(transcript.turns());
        values.forEach(value -> sure.parts(value).forEach(part -> plain.get(sure.place(part)).add(part)));
        List<HeardTurn> heard = new ArrayList<>();
        for (int place = 0; place < transcript.turns().size(); place++) {
            heard.add(heard(place, transcript.turns().get(place), plain.get(place)));
        }
        Hidden hidden = new Finder().find(heard);
        Set<ValueType> wanted = types.isEmpty() ? Set.of() : EnumSet.copyOf(types);
        values.stream()
                .filter(value -> wanted.contains(value.type()))
                .forEach(value -> value.parts()
                        .forEach(part -> hidden.add(sure.place(part), part.start(), part.end(), value.type().word())));
        return hidden;
    }

    private HeardTurn heard(int place, Turn turn, List<ExtractedValue.Part> plain) {
        Words words = Words.of(turn.text());
        List<Cue> cues = new ArrayList<>();
        turn.asked()
                .ifPresent(asked -> phrases.find(Words.of(asked.replace('_', ' ')))
                        .forEach(cue -> cues.add(new Cue(cue.secret(), cue.full(), cue.least(), 0, 0))));
        cues.addAll(phrases.find(words));
        return new HeardTurn(place, turn.speaker(), words,
                HeardTurn.stretches(open(numbers.read(turn.text()), plain, cues)), cues);
    }

    /** Numbers that are plainly something else, and those of a phrase such as "sixteen digit number", are none to look at. */
    private static List<SaidNumber> open(List<SaidNumber> read, List<ExtractedValue.Part> plain, List<Cue> cues) {
        List<SaidNumber> open = new ArrayList<>();
        int skipped = 0;
        int part = 0;
        int cue = 0;
        List<ExtractedValue.Part> sorted = plain.stream()
                .sorted(Comparator.comparingInt(ExtractedValue.Part::start))
                .toList();
        for (SaidNumber number : read) {
            while (part < sorted.size() && sorted.get(part).end() <= number.start()) {
                part++;
            }
            while (cue < cues.size() && cues.get(cue).end() <= number.start()) {
                cue++;
            }
            boolean known = (part < sorted.size() && sorted.get(part).start() < number.end())
                    || (cue < cues.size() && cues.get(cue).start() < number.end());
            if (known) {
                skipped += 1 + number.words();
            } else {
                open.add(new SaidNumber(number.start(), number.end(), number.digits(), number.words() + skipped,
                        number.marked(), number.unsure()));
                skipped = 0;
            }
        }
        return open;
    }

    /** The same conversation once for each of the recogniser's other readings, and what would be taken out of that. */
    private List<Hidden> others(Transcript transcript, Set<ValueType> types) {
        int most = transcript.turns().stream().mapToInt(turn -> turn.alternatives().size()).max().orElse(0);
        List<Hidden> others = new ArrayList<>();
        for (int reading = 0; reading < Math.min(most, MOST_ALTERNATIVES); reading++) {
            int which = reading;
            List<Turn> turns = transcript.turns()
                    .stream()
                    .map(turn -> which < turn.alternatives().size()
                            ? new Turn(turn.number(), turn.speaker(), turn.alternatives().get(which), turn.time(),
                                    turn.asked(), List.of())
                            : turn)
                    .toList();
            others.add(hidden(new Transcript(transcript.id(), transcript.day(), turns), types));
        }
        return others;
    }

    private static List<String> harmless(List<String> alternatives, List<Hidden> others, int place) {
        List<String> kept = new ArrayList<>();
        for (int reading = 0; reading < Math.min(alternatives.size(), others.size()); reading++) {
            if (others.get(reading).isEmpty(place)) {
                kept.add(alternatives.get(reading));
            }
        }
        return kept;
    }

    private static String without(String text, List<Hidden.Span> spans) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hidden.Span span : spans) {
            out.append(text, at, span.start()).append('[').append(span.word()).append(']');
            at = span.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
