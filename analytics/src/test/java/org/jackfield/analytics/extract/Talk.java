package org.jackfield.analytics.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/** A conversation of a test: {@code Talk.on("2024-05-15").agent("...").customer("...")}, and what was found in it. */
final class Talk {

    private static final Extractor EXTRACTOR = new Extractor();

    private final Optional<LocalDate> day;
    private final List<Turn> turns = new ArrayList<>();

    private Talk(Optional<LocalDate> day) {
        this.day = day;
    }

    /** A Wednesday. */
    static Talk begin() {
        return on("2024-05-15");
    }

    static Talk on(String day) {
        return new Talk(Optional.of(LocalDate.parse(day)));
    }

    static Talk onNoDay() {
        return new Talk(Optional.empty());
    }

    Talk agent(String text) {
        return say(Speaker.AGENT, text);
    }

    Talk customer(String text) {
        return say(Speaker.CUSTOMER, text);
    }

    /** An answer to an automated question, with what else the recogniser heard. */
    Talk answer(String asked, String text, String... alternatives) {
        turns.add(new Turn(turns.size(), Speaker.CUSTOMER, text, Optional.empty(), Optional.of(asked),
                List.of(alternatives)));
        return this;
    }

    private Talk say(Speaker speaker, String text) {
        turns.add(Turn.of(turns.size(), speaker, text));
        return this;
    }

    Transcript transcript() {
        return new Transcript("test", day, turns);
    }

    Extraction extraction() {
        return EXTRACTOR.extract(transcript());
    }

    /** Type and normal form of each value. */
    List<String> values() {
        return extraction().values().stream().map(value -> value.type().word() + " " + value.normal()).toList();
    }

    /** The same of one type. */
    List<String> values(ValueType type) {
        return extraction().values()
                .stream()
                .filter(value -> value.type() == type)
                .map(ExtractedValue::normal)
                .toList();
    }

    /** Label and normal form of each value that has a label. */
    List<String> labelled() {
        return extraction().values()
                .stream()
                .filter(value -> value.label().isPresent())
                .map(value -> value.label().get() + " " + value.normal())
                .toList();
    }

    List<String> facts() {
        return extraction().facts().stream().map(fact -> fact.label() + " " + fact.normal()).toList();
    }

    /** The words that the values lie in. */
    List<String> words() {
        return extraction().values()
                .stream()
                .flatMap(value -> value.parts().stream())
                .map(part -> turns.get(part.turn()).text().substring(part.start(), part.end()))
                .toList();
    }
}
