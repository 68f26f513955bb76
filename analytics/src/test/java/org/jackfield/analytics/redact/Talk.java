package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/** A conversation of a test in one line: {@code a: what is your pin / c: four four two one}. */
final class Talk {

    private static final Redactor REDACTOR = new Redactor();

    private Talk() {}

    static Transcript of(String line) {
        List<Turn> turns = new ArrayList<>();
        for (String part : line.split(" / ", -1)) {
            Speaker speaker = part.startsWith("a: ") ? Speaker.AGENT : Speaker.CUSTOMER;
            turns.add(Turn.of(turns.size(), speaker, part.substring(part.startsWith("a: ") || part.startsWith("c: ")
                    ? 3
                    : 0)));
        }
        return new Transcript("test", Optional.empty(), turns);
    }

    /** The texts of the turns after redaction. */
    static String redacted(String line, ValueType... types) {
        return redact(of(line), types).transcript().turns().stream().map(Turn::text).collect(Collectors.joining(" / "));
    }

    static Redacted redact(Transcript transcript, ValueType... types) {
        return REDACTOR.redact(transcript, List.of(), Set.of(types));
    }
}
