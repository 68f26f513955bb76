package org.jackfield.analytics.label.match;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.DefinitionReader;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/** A conversation as tests write it: {@code "a: hello", "c: hi"}, with values put in. */
public final class Talk {

    private final List<Turn> turns = new ArrayList<>();
    private final List<ExtractedValue> values = new ArrayList<>();

    private Talk() {}

    public static Talk of(String... lines) {
        Talk talk = new Talk();
        for (String line : lines) {
            Speaker speaker = line.startsWith("a:") ? Speaker.AGENT : Speaker.CUSTOMER;
            talk.turns.add(Turn.of(talk.turns.size(), speaker, line.substring(2).strip()));
        }
        return talk;
    }

    /** Words of a turn are a value. */
    public Talk with(int turn, String words, ValueType type, String normal) {
        int start = turns.get(turn).text().indexOf(words);
        values.add(
                new ExtractedValue(type, normal, List.of(new ExtractedValue.Part(turn, start, start + words.length())),
                        Optional.empty(), "test"));
        return this;
    }

    public Transcript transcript() {
        return new Transcript("talk", Optional.empty(), turns);
    }

    public List<ExtractedValue> values() {
        return values;
    }

    /** What a set of labels says of it, as {@code turn label}. */
    public List<String> heardBy(LabelSet labels) {
        return labels.match(transcript(), values).stream().map(match -> match.turn() + " " + match.label()).toList();
    }

    /** Definitions from the text of their list. */
    public static List<LabelDefinition> define(String labels) {
        try {
            return DefinitionReader.read(new ByteArrayInputStream(("{\"labels\": [" + labels + "]}").getBytes(
                    StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of one label named {@code l}, from its condition. */
    public static LabelSet when(String condition) {
        return LabelSet.empty().with(define("{\"label\": \"l\", \"when\": " + condition + "}"));
    }
}
