package org.jackfield.analytics.search.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.label.define.Part;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.search.language.ValueTest;

/**
 * A phrase, or two with a distance, as words and values with numbers and a way to decide over their places. Where its words lie is told by
 * {@link TurnPlaces}. Immutable. Work is linear in the length of the turn, whatever is looked for.
 */
public final class Wording {

    /** More of one wording in one turn tell nothing new. */
    private static final int MOST_SPANS = 64;

    private static final int MOST_TRIES = 512;

    private final List<List<String>> words = new ArrayList<>();
    private final List<ValueTest> slots = new ArrayList<>();
    private final Pattern one;
    private final Optional<Distance> distance;
    private boolean needsEnd;

    private record Distance(Pattern other, int words, Order order) {}

    /** Places of a turn's words, both included, counted from 1. */
    public record Span(int first, int last) {}

    private Wording(Question.Spot spot) {
        one = pattern(spot);
        distance = Optional.empty();
    }

    private Wording(Question.Near near) {
        one = pattern(near.one());
        distance = Optional.of(new Distance(pattern(near.other()), near.words(), near.order()));
    }

    public static Wording of(Question.Spot spot) {
        return new Wording(spot);
    }

    public static Wording of(Question.Near near) {
        return new Wording(near);
    }

    /** By number, the words that one stands for; one that ends in {@code *} stands for all that begin so. */
    public List<List<String>> words() {
        return words;
    }

    /** By number, what a value must be. */
    public List<ValueTest> slots() {
        return slots;
    }

    /** Whether it must be known where the turn ends. */
    public boolean needsEnd() {
        return needsEnd;
    }

    private Pattern pattern(Question.Spot spot) {
        return switch (spot) {
            case Question.Said said -> pattern(said.phrase().part());
            case Question.Valued valued -> slot(valued.test());
        };
    }

    private Pattern pattern(Part part) {
        return switch (part) {
            case Part.Word word -> {
                words.add(word.anyOf());
                yield new Pattern.Word(words.size() - 1);
            }
            case Part.AnyWord any -> {
                needsEnd = true;
                yield new Pattern.AnyWord();
            }
            case Part.Gap gap -> {
                needsEnd = true;
                yield new Pattern.Gap(gap.most());
            }
            case Part.Edge edge -> {
                needsEnd = true;
                yield new Pattern.Edge(edge.begin());
            }
            case Part.Slot slot -> slot(ValueTest.of(slot.range()));
            case Part.Maybe maybe -> new Pattern.Maybe(pattern(maybe.part()));
            case Part.Sequence sequence -> new Pattern.Row(sequence.parts().stream().map(this::pattern).toList());
            case Part.Choice choice -> new Pattern.Choice(choice.parts().stream().map(this::pattern).toList());
        };
    }

    private Pattern slot(ValueTest test) {
        slots.add(test);
        return new Pattern.Slot(slots.size() - 1);
    }

    /** Whether it is said in the turn. */
    public boolean holds(TurnPlaces turn) {
        if (distance.isEmpty()) {
            return !one.forward(turn.all(), turn).isEmpty();
        }
        Distance apart = distance.get();
        return (apart.order() != Order.AFTER && comesBefore(one, apart.other(), apart.words(), turn))
                || (apart.order() != Order.BEFORE && comesBefore(apart.other(), one, apart.words(), turn));
    }

    private static boolean comesBefore(Pattern first, Pattern second, int words, TurnPlaces turn) {
        PlaceSet behind = first.forward(turn.all(), turn);
        return !behind.isEmpty() && behind.spread(words).meets(second.backward(turn.all(), turn));
    }

    /** The words that say it, in order: the shortest way from each begin, of two with the same end the shorter. */
    public List<Span> spans(TurnPlaces turn) {
        List<Span> found = new ArrayList<>();
        if (distance.isEmpty()) {
            collect(one, turn.all(), turn.all(), turn, found);
            return found;
        }
        Distance apart = distance.get();
        if (apart.order() != Order.AFTER) {
            collectPair(one, apart, apart.other(), turn, found);
        }
        if (apart.order() != Order.BEFORE) {
            collectPair(apart.other(), apart, one, turn, found);
        }
        found.sort((a, b) -> a.first() == b.first() ? a.last() - b.last() : a.first() - b.first());
        return found.stream().distinct().toList();
    }

    private static void collectPair(Pattern first, Distance apart, Pattern second, TurnPlaces turn, List<Span> found) {
        PlaceSet reach = first.forward(turn.all(), turn).spread(apart.words());
        PlaceSet starts = second.backward(turn.all(), turn).and(reach);
        PlaceSet ends = starts.spreadBack(apart.words());
        collect(first, turn.all(), ends, turn, found);
        collect(second, starts, turn.all(), turn, found);
    }

    /** Ways that begin at some places and end at others. */
    private static void collect(Pattern pattern, PlaceSet begins, PlaceSet ends, TurnPlaces turn, List<Span> found) {
        PlaceSet starts = pattern.backward(ends, turn).and(begins);
        int tries = 0;
        int most = found.size() + MOST_SPANS;
        int before = found.size();
        for (int start = starts.next(0); start >= 0 && tries < MOST_TRIES; start = starts.next(start + 1)) {
            tries++;
            PlaceSet behind = pattern.forward(turn.only(start), turn).and(ends);
            int end = behind.next(start + 1);
            if (end >= 0) {
                Span span = new Span(Math.max(1, start), Math.min(end, turn.end()) - 1);
                if (found.size() > before && found.getLast().last() == span.last()) {
                    found.removeLast();
                }
                if (span.first() <= span.last() && found.size() < most) {
                    found.add(span);
                }
            }
        }
    }
}
