package org.jackfield.analytics.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads conversations, one JSON object a line. */
final class Conversations {

    /** A line that is no conversation; the message says why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final JsonMapper json;

    Conversations(JsonMapper json) {
        this.json = json;
    }

    Transcript read(String line) throws Unreadable {
        JsonNode root = parse(line);
        JsonNode turns = root.path("turns");
        if (!root.path("id").isString() || !turns.isArray()) {
            throw new Unreadable("a conversation needs an id and turns");
        }
        List<Turn> read = new ArrayList<>(turns.size());
        for (JsonNode turn : turns) {
            read.add(turn(turn, read.size()));
        }
        return new Transcript(root.path("id").stringValue(), day(root.path("ref_date")), read);
    }

    private JsonNode parse(String line) throws Unreadable {
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            throw new Unreadable("no JSON: " + e.getOriginalMessage());
        }
    }

    private static Optional<LocalDate> day(JsonNode node) throws Unreadable {
        try {
            return node.isString() ? Optional.of(LocalDate.parse(node.stringValue())) : Optional.empty();
        } catch (DateTimeException e) {
            throw new Unreadable("ref_date is no date: " + node.stringValue());
        }
    }

    private static Turn turn(JsonNode node, int place) throws Unreadable {
        if (!node.path("text").isString()) {
            throw new Unreadable("turn " + place + " has no text");
        }
        JsonNode asked = node.path("asked");
        JsonNode start = node.path("start_ms");
        JsonNode end = node.path("end_ms");
        List<String> alternatives = new ArrayList<>();
        node.path("nbest").forEach(other -> alternatives.add(other.asString("")));
        return new Turn(node.path("n").asInt(place), speaker(node.path("speaker").asString(""), place),
                node.path("text").stringValue(),
                start.isNumber() && end.isNumber()
                        ? Optional.of(new Turn.Time(start.asLong(), end.asLong()))
                        : Optional.empty(),
                asked.isString() ? Optional.of(asked.stringValue()) : Optional.empty(), alternatives);
    }

    private static Speaker speaker(String word, int place) throws Unreadable {
        try {
            return Speaker.of(word);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("turn " + place + " has an unknown speaker: " + word);
        }
    }
}
