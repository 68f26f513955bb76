package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;

/**
 * The times of what is taken out: those of its words where they are known, else of its turn, else from the turn before to the
 * turn after. Not for several threads.
 */
final class Silences {

    /** A recogniser's times are not exact. */
    private static final long MARGIN = 100;

    private final List<Turn> turns;
    private final Map<Integer, List<WordTime>> words = new HashMap<>();
    private final List<Turn.Time> times = new ArrayList<>();
    private boolean complete = true;

    Silences(List<Turn> turns, List<WordTime> words) {
        this.turns = turns;
        words.forEach(word -> this.words.computeIfAbsent(word.turn(), none -> new ArrayList<>()).add(word));
    }

    void add(Turn turn, int start, int end) {
        Optional<Turn.Time> time = ofWords(turn, start, end).or(turn::time).or(() -> around(turn));
        time.ifPresentOrElse(times::add, () -> complete = false);
    }

    boolean isComplete() {
        return complete;
    }

    List<Turn.Time> merged() {
        times.sort(Comparator.comparingLong(Turn.Time::start));
        List<Turn.Time> merged = new ArrayList<>();
        for (Turn.Time time : times) {
            if (!merged.isEmpty() && time.start() <= merged.getLast().end()) {
                Turn.Time last = merged.removeLast();
                merged.add(new Turn.Time(last.start(), Math.max(last.end(), time.end())));
            } else {
                merged.add(time);
            }
        }
        return merged;
    }

    /** Empty unless all words there have their times. */
    private Optional<Turn.Time> ofWords(Turn turn, int start, int end) {
        List<WordTime> said = words.getOrDefault(turn.number(), List.of())
                .stream()
                .filter(word -> word.start() < end && word.end() > start)
                .sorted(Comparator.comparingInt(WordTime::start))
                .toList();
        if (said.isEmpty() || !isCovered(turn.text(), start, end, said)) {
            return Optional.empty();
        }
        long from = said.stream().mapToLong(word -> word.time().start()).min().orElse(0);
        long to = said.stream().mapToLong(word -> word.time().end()).max().orElse(0);
        return Optional.of(new Turn.Time(Math.max(0, from - MARGIN), to + MARGIN));
    }

    private static boolean isCovered(String text, int start, int end, List<WordTime> said) {
        int covered = start;
        for (WordTime word : said) {
            if (hasWord(text, covered, word.start())) {
                return false;
            }
            covered = Math.max(covered, word.end());
        }
        return !hasWord(text, covered, end);
    }

    private static boolean hasWord(String text, int from, int to) {
        return from < to && text.substring(from, to).chars().anyMatch(Character::isLetterOrDigit);
    }

    private Optional<Turn.Time> around(Turn turn) {
        int place = turns.indexOf(turn);
        Optional<Turn.Time> before = turns.subList(0, place)
                .reversed()
                .stream()
                .flatMap(other -> other.time().stream())
                .findFirst();
        Optional<Turn.Time> behind = turns.subList(place + 1, turns.size())
                .stream()
                .flatMap(other -> other.time().stream())
                .findFirst();
        return before.isPresent() && behind.isPresent()
                ? Optional.of(new Turn.Time(Math.min(before.get().start(), behind.get().start()),
                        Math.max(before.get().end(), behind.get().end())))
                : Optional.empty();
    }
}
