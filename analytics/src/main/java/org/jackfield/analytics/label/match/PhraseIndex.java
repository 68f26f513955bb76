package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases by the rarest word that they cannot do without. Immutable: a change makes a new one that shares all lists but those
 * of the words concerned.
 */
final class PhraseIndex {

    static final PhraseIndex EMPTY = new PhraseIndex(new CompiledPhrase[0][]);

    /** Longer turns are looked at piece by piece, so that a rare word costs its surroundings and not the whole turn. */
    private static final int PIECE = 512;

    private static final int LONGEST_MATCH = 256;

    private final CompiledPhrase[][] byWord;

    private PhraseIndex(CompiledPhrase[][] byWord) {
        this.byWord = byWord;
    }

    PhraseIndex changed(Collection<CompiledPhrase> gone, Collection<CompiledPhrase> come, int words) {
        CompiledPhrase[][] copy = Arrays.copyOf(byWord, Math.max(words, byWord.length));
        Set<CompiledPhrase> leaving = new HashSet<>(gone);
        gone.stream()
                .flatMapToInt(phrase -> Arrays.stream(phrase.anchor()))
                .distinct()
                .forEach(id -> copy[id] = Arrays
                        .stream(copy[id])
                        .filter(phrase -> !leaving.contains(phrase))
                        .toArray(CompiledPhrase[]::new));
        Map<Integer, List<CompiledPhrase>> added = new HashMap<>();
        come.forEach(phrase -> Arrays.stream(phrase.anchor())
                .forEach(id -> added.computeIfAbsent(id, none -> new ArrayList<>()).add(phrase)));
        added.forEach((id, phrases) -> copy[id] = joined(copy[id], phrases));
        return new PhraseIndex(copy);
    }

    private static CompiledPhrase[] joined(CompiledPhrase[] some, List<CompiledPhrase> more) {
        List<CompiledPhrase> all = new ArrayList<>(some == null ? List.of() : List.of(some));
        all.addAll(more);
        return all.toArray(CompiledPhrase[]::new);
    }

    /** Every phrase that is said in the turn, with where. */
    Map<CompiledPhrase, List<Span>> find(PlacedWords turn) {
        Map<CompiledPhrase, List<Span>> found = new HashMap<>();
        for (int from = 0; from < turn.count(); from += PIECE) {
            int until = Math.min(turn.count(), from + PIECE);
            findIn(turn, from, until, found);
        }
        return found;
    }

    private void findIn(PlacedWords turn, int from, int until, Map<CompiledPhrase, List<Span>> found) {
        int to = Math.min(turn.count(), until + LONGEST_MATCH);
        BitSet present = present(turn, from, to);
        for (int id = present.nextSetBit(0); id >= 0 && id < byWord.length; id = present.nextSetBit(id + 1)) {
            CompiledPhrase[] candidates = byWord[id];
            if (candidates == null) {
                continue;
            }
            for (CompiledPhrase candidate : candidates) {
                if (candidate.isFirstLookedUpBy(id, present) && candidate.mayBeIn(present)) {
                    look(candidate, turn, new Span(from, until), to, found);
                }
            }
        }
    }

    private static void look(CompiledPhrase phrase, PlacedWords turn, Span piece, int to,
            Map<CompiledPhrase, List<Span>> found) {
        List<Span> known = found.get(phrase);
        List<Span> spans = known == null ? new ArrayList<>(2) : known;
        phrase.find(turn, piece.first(), piece.last(), to, spans);
        if (known == null && !spans.isEmpty()) {
            found.put(phrase, spans);
        }
    }

    private BitSet present(PlacedWords turn, int from, int to) {
        BitSet present = new BitSet(byWord.length);
        for (int i = from; i < to; i++) {
            for (int id : turn.ids(i)) {
                present.set(id);
            }
        }
        return present;
    }
}
