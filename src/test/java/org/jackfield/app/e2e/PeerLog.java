package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What SIPp's calls wrote down: word, time, who, Call-ID. The words are those of the scenarios {@code kill-*}. */
final class PeerLog {

    /** One thing that one call of a peer saw. */
    record Sight(String word, Instant at, String who, String callId) {
        /** Whether the peer ended the call by itself. */
        boolean isOwnEnd() {
            return word.equals("quit") || word.equals("tired");
        }
    }

    private PeerLog() {}

    /** Everything that is written so far; a line that is not complete yet is left out. */
    static List<Sight> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(fields -> fields.length == 4 && !fields[3].isBlank())
                    .map(fields -> new Sight(fields[0].strip(), time(fields[1]), fields[2], fields[3].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIPp writes date, time and, free of time zones, the seconds since 1970. */
    private static Instant time(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        return Instant.ofEpochMilli(Math.round(Double.parseDouble(parts[parts.length - 1]) * 1_000));
    }
}
