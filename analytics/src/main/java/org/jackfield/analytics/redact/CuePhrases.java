package org.jackfield.analytics.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jackfield.analytics.transcript.Words;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code cues.txt}, found by their first word. Immutable. */
final class CuePhrases {

    private static final String RESOURCE = "cues.txt";

    private record Phrase(Optional<Secret> secret, int full, int least, List<String> words) {

        boolean isAt(Words text, int at) {
            if (at + words.size() > text.count()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).equals(text.word(at + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    CuePhrases() {
        lines().forEach(this::line);
    }

    /** The cues of a turn, in order; of phrases that begin at the same word the longest, and none inside another. */
    List<Cue> find(Words text) {
        List<Cue> cues = new ArrayList<>();
        int at = 0;
        while (at < text.count()) {
            Phrase longest = longest(text, at);
            if (longest == null) {
                at++;
            } else {
                int last = at + longest.words().size() - 1;
                cues.add(new Cue(longest.secret(), longest.full(), longest.least(), text.start(at), text.end(last)));
                at = last + 1;
            }
        }
        return cues;
    }

    private @Nullable Phrase longest(Words text, int at) {
        Phrase longest = null;
        for (Phrase phrase : byFirstWord.getOrDefault(text.word(at), List.of())) {
            boolean longer = longest == null || phrase.words().size() > longest.words().size();
            if (longer && phrase.isAt(text, at)) {
                longest = phrase;
            }
        }
        return longest;
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", -1);
        boolean other = head[0].equals("other");
        Optional<Secret> secret = other
                ? Optional.empty()
                : Optional.of(Secret.valueOf(head[0].toUpperCase(Locale.ROOT)));
        for (String phrase : line.substring(colon + 1).split("\\|", -1)) {
            List<String> words = Words.of(phrase).list();
            byFirstWord.computeIfAbsent(words.getFirst(), none -> new ArrayList<>())
                    .add(new Phrase(secret, other ? 0 : Integer.parseInt(head[1]),
                            other ? 0 : Integer.parseInt(head[2]), words));
        }
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(CuePhrases.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
