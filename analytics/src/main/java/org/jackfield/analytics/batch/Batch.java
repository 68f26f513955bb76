package org.jackfield.analytics.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jackfield.analytics.extract.Extraction;
import org.jackfield.analytics.extract.Extractor;
import org.jackfield.analytics.transcript.Transcript;
import tools.jackson.databind.json.JsonMapper;

/** Analyses each line of a file. A bad line is told and left out, as is one that we fail on; neither ends the run. */
final class Batch {

    private final CommandLine terminal;
    private final LabelSource labels;
    private final Extractor extractor = new Extractor();
    private final Conversations conversations;
    private final Predictions predictions;
    private long good;
    private long bad;
    private long failed;

    Batch(CommandLine terminal, LabelSource labels) {
        this.terminal = terminal;
        this.labels = labels;
        JsonMapper json = JsonMapper.builder().build();
        conversations = new Conversations(json);
        predictions = new Predictions(json);
    }

    /** How many lines were no conversations. */
    long bad() {
        return bad;
    }

    /** How many conversations we failed on: each is a defect of ours. */
    long failed() {
        return failed;
    }

    /** Bytes that are no UTF-8 are read as the replacement character. */
    void run(Path in, Path out, Progress progress) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(in), StandardCharsets.UTF_8));
                Writer writer = Files.newBufferedWriter(out)) {
            long bytes = 0;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                bytes += line.length() + 1L;
                if (!line.isBlank()) {
                    analyse(line, in + ":" + number, writer);
                }
                progress.at(bytes, good);
            }
        }
        progress.end(good);
    }

    private void analyse(String line, String place, Writer writer) throws IOException {
        try {
            Transcript transcript = conversations.read(line);
            Extraction extraction = extractor.extract(transcript);
            writer.write(
                    predictions.line(transcript.id(), extraction, labels.label(transcript, extraction.values())));
            writer.write('\n');
            good++;
        } catch (Conversations.Unreadable e) {
            bad++;
            terminal.say("jackfield: " + place + ": " + e.getMessage());
        } catch (RuntimeException e) {
            failed++;
            terminal.say("jackfield: " + place + ": our defect: " + e);
        }
    }
}
