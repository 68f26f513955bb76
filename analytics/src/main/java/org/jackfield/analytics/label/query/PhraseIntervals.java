package org.jackfield.analytics.label.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.label.define.Part;

/**
 * A phrase as intervals (Clarke, Cormack and Burkowski 1995). They are wherever the phrase is said, and now and then where it
 * is not: what may be left out is a gap here, and how large a value is does not count.
 */
final class PhraseIntervals {

    private static final int MOST_WORDS_OF_VALUE = 24;

    private PhraseIntervals() {}

    static IntervalsSource of(Part part) {
        return source(part).orElseThrow();
    }

    /** Empty for what alone says nothing: a gap, a word of any kind, what may be left out. */
    private static Optional<IntervalsSource> source(Part part) {
        return switch (part) {
            case Part.Word word -> Optional.of(either(word.anyOf().stream().map(PhraseIntervals::word).toList()));
            case Part.Slot slot -> Optional.of(value(slot.range().type().word()));
            case Part.Edge edge -> Optional.of(Intervals.term(edge.begin() ? TurnTokens.BEGIN : TurnTokens.END));
            case Part.Sequence sequence -> sequence(sequence.parts());
            case Part.Choice choice -> choice(choice);
            case Part.AnyWord any -> Optional.empty();
            case Part.Gap gap -> Optional.empty();
            case Part.Maybe maybe -> Optional.empty();
        };
    }

    /** A branch that alone says nothing makes all of it say nothing. */
    private static Optional<IntervalsSource> choice(Part.Choice choice) {
        List<IntervalsSource> branches = new ArrayList<>();
        for (Part branch : choice.parts()) {
            source(branch).ifPresent(branches::add);
        }
        return branches.size() < choice.parts().size() ? Optional.empty() : Optional.of(either(branches));
    }

    /** Of all ways to say it the shortest counts, so only the sum of its gaps can be asked for, not each. */
    private static Optional<IntervalsSource> sequence(List<Part> parts) {
        List<IntervalsSource> spoken = new ArrayList<>();
        int between = 0;
        for (Part part : parts) {
            Optional<IntervalsSource> source = source(part);
            source.ifPresent(spoken::add);
            between += source.isPresent() ? slack(part) : longest(part);
        }
        return switch (spoken.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(spoken.getFirst());
            default ->
                Optional.of(Intervals.maxgaps(between, Intervals.ordered(spoken.toArray(IntervalsSource[]::new))));
        };
    }

    /** By how many words its ways to say it differ. */
    private static int slack(Part part) {
        return switch (part) {
            case Part.Choice choice -> longest(part);
            case Part.Sequence sequence -> longest(part);
            default -> 0;
        };
    }

    /** Most words of it. */
    private static int longest(Part part) {
        return switch (part) {
            case Part.Word word -> 1;
            case Part.AnyWord any -> 1;
            case Part.Edge edge -> 0;
            case Part.Gap gap -> gap.most();
            case Part.Slot slot -> MOST_WORDS_OF_VALUE;
            case Part.Maybe maybe -> longest(maybe.part());
            case Part.Sequence sequence -> sequence.parts().stream().mapToInt(PhraseIntervals::longest).sum();
            case Part.Choice choice -> choice.parts().stream().mapToInt(PhraseIntervals::longest).max().orElse(0);
        };
    }

    private static IntervalsSource word(String word) {
        return word.endsWith("*")
                ? Intervals.prefix(new BytesRef(word.substring(0, word.length() - 1)),
                        IndexSearcher.getMaxClauseCount())
                : Intervals.term(word);
    }

    private static IntervalsSource value(String type) {
        return Intervals.or(Intervals.term("{" + type + "}"), Intervals.maxwidth(MOST_WORDS_OF_VALUE,
                Intervals.ordered(Intervals.term("{" + type), Intervals.term(type + "}"))));
    }

    static IntervalsSource either(List<IntervalsSource> sources) {
        return sources.size() == 1 ? sources.getFirst() : Intervals.or(sources.toArray(IntervalsSource[]::new));
    }
}
