package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;

/** A conversation as tests write it: {@code "a: hello", "c: hi"}, four seconds a turn. */
final class Told {

    static final String ACCOUNT = "ACone";

    private final String account;
    private final String sid;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Conversation.Label> labels = new ArrayList<>();
    private final List<ExtractedValue> values = new ArrayList<>();
    private Conversation.Filed filed = Conversation.Filed.NOWHERE;
    private Instant start = Instant.parse("2026-03-02T10:00:00Z");
    private Duration silence = Duration.ofSeconds(1);
    private Optional<Double> talk = Optional.empty();

    private Told(String account, String sid) {
        this.account = account;
        this.sid = sid;
    }

    static Told of(String sid, String... lines) {
        return ofAccount(ACCOUNT, sid, lines);
    }

    static Told ofAccount(String account, String sid, String... lines) {
        Told told = new Told(account, sid);
        for (String line : lines) {
            int number = told.turns.size();
            told.turns.add(new Turn(number, line.startsWith("a:") ? Speaker.AGENT : Speaker.CUSTOMER, line.substring(2)
                    .strip(), Optional.of(new Turn.Time(number * 4_000L, number * 4_000L + 4_000)), Optional.empty(),
                    List.of()));
        }
        return told;
    }

    Told label(int turn, String name) {
        labels.add(new Conversation.Label(name, turn));
        return this;
    }

    /** Words of a turn are a value. */
    Told value(int turn, String words, ValueType type, String normal, String label) {
        int from = turns.get(turn).text().indexOf(words);
        values.add(new ExtractedValue(type, normal, List.of(new ExtractedValue.Part(turn, from, from + words.length())),
                Optional.of(label).filter(name -> !name.isEmpty()), "test"));
        return this;
    }

    Told filed(String call, String queue, String worker, String flow) {
        filed = new Conversation.Filed(Optional.of(call), Optional.of(queue), Optional.of(worker), Optional.of(flow));
        return this;
    }

    Told at(String instant) {
        start = Instant.parse(instant);
        return this;
    }

    Told measured(Duration longestSilence, double talkShare) {
        silence = longestSilence;
        talk = Optional.of(talkShare);
        return this;
    }

    Conversation done() {
        return new Conversation(account, sid, filed, start, Duration.ofSeconds(4L * turns.size()), turns, labels,
                values,
                talk, silence);
    }
}
