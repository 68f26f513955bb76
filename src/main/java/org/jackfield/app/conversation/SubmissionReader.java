package org.jackfield.app.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.conversation.Origin;
import org.jackfield.analytics.conversation.RefusedTranscriptException;
import org.jackfield.analytics.conversation.Submission;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is sent: an object with {@code turns} (speaker, text, start_ms, end_ms), or with {@code sentences} as a recogniser of
 * two channels gives them (channel, start and end in seconds, text), or just the list of those. No message quotes what was said.
 */
public final class SubmissionReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MILLIS = 1_000;

    private final List<WordTime> words = new ArrayList<>();

    private SubmissionReader() {}

    /**
     * Reads a body.
     *
     * @param now what counts as its beginning when it does not say
     * @throws RefusedTranscriptException it is not of that form
     */
    public static Submission read(String body, Instant now) {
        try {
            return new SubmissionReader().conversation(JSON.readTree(body), now);
        } catch (JacksonException e) {
            throw new RefusedTranscriptException(e.getLocation() == null
                    ? "it is no JSON"
                    : "it is no JSON from line %d, column %d on".formatted(e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        }
    }

    private Submission conversation(JsonNode root, Instant now) {
        JsonNode turns = root.path("turns");
        JsonNode sentences = root.isArray() ? root : root.path("sentences");
        if (!turns.isArray() && !sentences.isArray()) {
            throw new RefusedTranscriptException("it has neither turns nor sentences; send a list of one of them");
        }
        List<Turn> read = new ArrayList<>();
        for (JsonNode node : turns.isArray() ? turns : sentences) {
            read.add(turns.isArray() ? turn(node, read.size()) : sentence(root, node, read.size()));
        }
        return new Submission(new Transcript("", day(root, "ref_date"), read), words, origin(root),
                text(root, "channel").orElse("voice"), started(root).orElse(now));
    }

    private static Origin origin(JsonNode root) {
        return new Origin(text(root, "call_sid"), text(root, "queue_sid"), text(root, "worker_sid"),
                text(root, "flow"), text(root, "id"));
    }

    private Turn turn(JsonNode node, int place) {
        int number = node.path("n").asInt(place);
        String said = said(node, place);
        List<String> others = new ArrayList<>();
        node.path("nbest").forEach(other -> others.add(other.asString("")));
        words(node.path("words"), said, number, 1);
        return new Turn(number, speaker(node.path("speaker").asString(""), place), said,
                time(node, place, "start_ms", "end_ms", 1), text(node, "asked"), others);
    }

    private Turn sentence(JsonNode root, JsonNode node, int place) {
        String said = said(node, place);
        String channel = node.has("channel")
                ? node.path("channel").asString("")
                : node.path("media_channel").asString("");
        String usual = channel.equals("1") ? "customer" : channel.equals("2") ? "agent" : channel;
        words(node.path("words"), said, place, MILLIS);
        Optional<Turn.Time> time = node.has("start_time")
                ? time(node, place, "start_time", "end_time", MILLIS)
                : time(node, place, "start", "end", MILLIS);
        return new Turn(place, speaker(root.path("channels").path(channel).asString(usual), place), said, time,
                Optional.empty(), List.of());
    }

    private static String said(JsonNode node, int place) {
        JsonNode text = node.has("text") ? node.path("text") : node.path("transcript");
        if (!text.isString()) {
            throw new RefusedTranscriptException("turn %d has no text".formatted(place));
        }
        return text.stringValue();
    }

    private static Speaker speaker(String word, int place) {
        try {
            return Speaker.of(word);
        } catch (IllegalArgumentException e) {
            throw new RefusedTranscriptException(
                    "turn %d is said by none of agent, customer and system".formatted(place));
        }
    }

    private static Optional<Turn.Time> time(JsonNode node, int place, String start, String end, long unit) {
        if (!node.has(start) && !node.has(end)) {
            return Optional.empty();
        }
        if (!node.path(start).isNumber() || !node.path(end).isNumber()) {
            throw new RefusedTranscriptException("turn %d has a start or an end that is no number".formatted(place));
        }
        return Optional.of(new Turn.Time(millis(node.path(start), unit), millis(node.path(end), unit)));
    }

    private static long millis(JsonNode node, long unit) {
        return Math.round(node.asDouble() * unit);
    }

    /** Words are found in the text one behind the other; one that is not there has no time. */
    private void words(JsonNode nodes, String said, int turn, long unit) {
        int from = 0;
        for (JsonNode node : nodes) {
            String word = node.has("word") ? node.path("word").asString("") : node.path("text").asString("");
            int at = word.isEmpty() ? -1 : said.indexOf(word, from);
            String start = node.has("start_ms") ? "start_ms" : node.has("start_time") ? "start_time" : "start";
            String end = start.replace("start", "end");
            if (at >= 0 && node.path(start).isNumber() && node.path(end).isNumber()) {
                words.add(new WordTime(turn, at, at + word.length(),
                        new Turn.Time(millis(node.path(start), start.endsWith("_ms") ? 1 : unit),
                                millis(node.path(end), end.endsWith("_ms") ? 1 : unit))));
            }
            from = at < 0 ? from : at + word.length();
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isString() ? Optional.of(node.path(name).stringValue()) : Optional.empty();
    }

    private static Optional<LocalDate> day(JsonNode root, String name) {
        try {
            return text(root, name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new RefusedTranscriptException(name + " is no date such as 2024-05-15");
        }
    }

    private static Optional<Instant> started(JsonNode root) {
        try {
            return text(root, "started").map(Instant::parse);
        } catch (DateTimeException e) {
            throw new RefusedTranscriptException("started is no time such as 2024-05-15T12:00:00Z");
        }
    }
}
