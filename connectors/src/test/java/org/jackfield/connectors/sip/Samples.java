package org.jackfield.connectors.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Messages in a file: each begins with a line {@code === name: notes}, lines with # before the first one are remarks. */
final class Samples {

    private static final Pattern HEAD = Pattern.compile("(?m)^=== (\\S+):(?: (.*))?$");

    /** A message with places to fill in, and the notes of its first line. */
    record Sample(String name, List<String> notes, String message) {

        /** As it is sent, with what is the same in every file filled in. */
        String sent(String transport, int port, String id) {
            return message.replace("LENGTH", Integer.toString(bodyLength()))
                    .replace("TRANSPORT", transport)
                    .replace("PORT", Integer.toString(port))
                    .replace("LONG", "long".repeat(64))
                    .replace("@ID@", id)
                    .replace("\n", "\r\n");
        }

        private int bodyLength() {
            return message.substring(message.indexOf("\n\n") + 2).lines().mapToInt(line -> line.length() + 2).sum();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Samples() {}

    static List<Sample> read(String resource) {
        String text = text(resource);
        List<MatchResult> heads = HEAD.matcher(text).results().toList();
        return IntStream.range(0, heads.size()).mapToObj(i -> {
            MatchResult head = heads.get(i);
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
            String notes = Objects.requireNonNullElse(head.group(2), "");
            return new Sample(head.group(1), Arrays.asList(notes.split(" ", -1)), text.substring(head.end() + 1, end));
        }).toList();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
