package org.jackfield.analytics.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.learn.KnownLabels;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads conversations whose labels are known, one JSON object a line: {@code id}, {@code ref_date}, {@code turns} (each with
 * {@code n}, {@code speaker}, {@code text}), {@code labels} (each with {@code label} and {@code turn}) and {@code
 * scored_labels}, those labels of which everything is known.
 */
public final class KnownLabelsReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final Function<Transcript, List<ExtractedValue>> values;

    /** @param values finds the values of a conversation, as they will be found in those that are labelled later */
    public KnownLabelsReader(Function<Transcript, List<ExtractedValue>> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException a line is no such conversation; the message says where and why */
    public List<KnownLabels> read(Path file) throws IOException {
        List<KnownLabels> read = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read.add(conversation(line, file + ":" + number));
                }
            }
        }
        return read;
    }

    private KnownLabels conversation(String line, String place) {
        try {
            JsonNode json = JSON.readTree(line);
            Transcript transcript = transcript(json);
            Map<String, Set<Integer>> labels = new HashMap<>();
            json.path("labels")
                    .forEach(label -> labels.computeIfAbsent(label.path("label").stringValue(),
                            none -> new HashSet<>()).add(label.path("turn").intValue()));
            Set<String> judged = new HashSet<>();
            json.path("scored_labels").forEach(label -> judged.add(label.stringValue()));
            return new KnownLabels(transcript, values.apply(transcript), labels, judged);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(place + ": no conversation with labels: " + e.getMessage(), e);
        }
    }

    private static Transcript transcript(JsonNode json) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : json.path("turns")) {
            turns.add(Turn.of(turn.path("n").intValue(), Speaker.of(turn.path("speaker").stringValue()),
                    turn.path("text").stringValue()));
        }
        JsonNode day = json.path("ref_date");
        return new Transcript(json.path("id").stringValue(), day.isString()
                ? Optional.of(LocalDate.parse(
                        day.stringValue()))
                : Optional.empty(), turns);
    }
}
