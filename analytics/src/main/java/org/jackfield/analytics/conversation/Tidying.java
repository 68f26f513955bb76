package org.jackfield.analytics.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;

/**
 * Makes what was sent fit to be analysed: turns in the order of time, of their
 * numbers if times are missing, counted from zero, without control characters; or refuses it.
 * Turns may overlap, as people do. The limits keep the time that one conversation takes below a few seconds.
 */
final class Tidying {

    static final int MOST_TURNS = 20_000;
    static final int LONGEST_TURN = 100_000;
    static final int LONGEST = 1_000_000;
    static final Duration LONGEST_TIME = Duration.ofHours(12);
    static final int LONGEST_NAME = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Instant CLEARLY_TOO_LATE = Instant.parse("2300-01-01T00:00:00Z");
    static final int MOST_ALTERNATIVES = 10;

    private Tidying() {}

    /** @throws RefusedTranscriptException a limit is passed, or times are impossible */
    static Submission tidy(Submission sent) {
        List<Turn> turns = sent.transcript().turns();
        check(turns);
        check(LocalDate.ofInstant(clamped(sent.started()), ZoneOffset.UTC));
        sent.transcript().day().ifPresent(Tidying::check);
        List<Turn> ordered = new ArrayList<>(turns);
        if (turns.stream().allMatch(turn -> turn.time().isPresent())) {
            ordered.sort(Comparator.comparingLong(turn -> turn.time().orElseThrow().start()));
        } else {
            ordered.sort(Comparator.comparingInt(Turn::number));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Turn> tidy = new ArrayList<>();
        for (Turn turn : ordered) {
            numbers.put(turn.number(), tidy.size());
            tidy.add(new Turn(tidy.size(), turn.speaker(), clean(turn.text()), turn.time(),
                    turn.asked().map(Tidying::clean),
                    turn.alternatives().stream().limit(MOST_ALTERNATIVES).map(Tidying::clean).toList()));
        }
        List<WordTime> words = sent.words()
                .stream()
                .map(word -> new WordTime(numbers.getOrDefault(word.turn(), -1), word.start(), word.end(), word.time()))
                .toList();
        return new Submission(new Transcript("", sent.transcript().day(), tidy), words,
                clean(sent.origin()), clean(sent.channel()), sent.started());
    }

    private static void check(List<Turn> turns) {
        refuseIf(turns.stream().allMatch(turn -> turn.text().isBlank()),
                () -> "nothing is said in it; send at least one turn");
        refuseIf(turns.size() > MOST_TURNS,
                () -> "it has %,d turns; at most %,d are taken, split it".formatted(turns.size(), MOST_TURNS));
        Set<Integer> numbers = new HashSet<>();
        long sum = 0;
        for (Turn turn : turns) {
            refuseIf(!numbers.add(turn.number()), () -> "two turns have the number " + turn.number());
            int length = turn.text().length();
            refuseIf(length > LONGEST_TURN, () -> "turn %d has %,d characters; at most %,d are taken, split it"
                    .formatted(turn.number(), length, LONGEST_TURN));
            sum += length + turn.alternatives().stream().mapToInt(String::length).sum();
            turn.time().ifPresent(time -> check(turn.number(), time));
        }
        long whole = sum;
        refuseIf(whole > LONGEST,
                () -> "it has %,d characters; at most %,d are taken, split it".formatted(whole, LONGEST));
    }

    private static void check(LocalDate day) {
        refuseIf(day.isBefore(EARLIEST) || !day.isBefore(LATEST),
                () -> "it did not happen between " + EARLIEST + " and " + LATEST);
    }

    private static Instant clamped(Instant time) {
        return time.isAfter(CLEARLY_TOO_LATE) || time.isBefore(Instant.EPOCH) ? CLEARLY_TOO_LATE : time;
    }

    private static void check(int number, Turn.Time time) {
        refuseIf(time.start() < 0 || time.end() < time.start(),
                () -> "turn %d ends before it starts or starts before zero"
                        .formatted(number));
        refuseIf(time.end() > LONGEST_TIME.toMillis(), () -> "turn %d ends after more than %d hours; split it"
                .formatted(number, LONGEST_TIME.toHours()));
    }

    private static void refuseIf(boolean wrong, Supplier<String> problem) {
        if (wrong) {
            throw new RefusedTranscriptException(problem.get());
        }
    }

    /** Control characters become blanks and halves of characters the replacement character, so that every place stays. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isPair = Character.isHighSurrogate(c) && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (isPair) {
                at++;
            } else if (Character.isSurrogate(c)) {
                clean.setCharAt(at, '\ufffd');
            } else if (Character.isISOControl(c)) {
                clean.setCharAt(at, ' ');
            }
        }
        return clean.toString();
    }

    private static Origin clean(Origin origin) {
        return new Origin(name(origin.call()), name(origin.queue()), name(origin.worker()), name(origin.flow()),
                name(origin.reference()));
    }

    private static Optional<String> name(Optional<String> name) {
        name.ifPresent(text -> refuseIf(text.length() > LONGEST_NAME,
                () -> "a name or reference has more than " + LONGEST_NAME + " characters"));
        return name.map(Tidying::clean).filter(text -> !text.isBlank());
    }

    /** From the beginning to the end of the last turn. */
    static Duration duration(List<Turn> turns) {
        return Duration.ofMillis(turns.stream()
                .map(Turn::time)
                .flatMap(Optional::stream)
                .mapToLong(Turn.Time::end)
                .max()
                .orElse(0));
    }
}
