package org.jackfield.analytics.label.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jackfield.analytics.label.define.Part;

/**
 * A phrase as a position automaton (Glushkov 1961) whose states are the bits of one word: {@code first} may begin, {@code
 * last} may end, {@code follow} tells what may come after each. A gap is a row of places that take any word.
 */
final class Automaton {

    /** Which positions of a part may begin it and end it, and whether it may be left out. */
    private record Piece(long first, long last, boolean mayBeEmpty) {}

    private static final Piece NOTHING = new Piece(0, 0, true);

    private final Vocabulary vocabulary;
    private final long[] follow = new long[Long.SIZE];
    private final Map<Integer, Long> accepting = new HashMap<>();
    private final IntLongTable table;
    private final long first;
    private final long last;
    private long anything;
    private int positions;

    Automaton(Part part, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Piece whole = piece(part);
        first = whole.first();
        last = whole.last();
        table = new IntLongTable(accepting);
    }

    /** The positions that take a place of a turn which is all of these; an edge is no word. */
    long accepted(int[] ids) {
        long mask = ids.length == 1 && ids[0] <= 1 && ids[0] >= 0 ? 0 : anything;
        for (int id : ids) {
            mask |= table.get(id);
        }
        return mask;
    }

    /**
     * Where the shortest match ends that begins at a place; below zero if none does.
     *
     * @param accepted what {@link #accepted} says of each place
     * @param count how many places there are
     */
    int endFrom(long[] accepted, int begin, int count) {
        long state = accepted[begin] & first;
        int at = begin;
        while (state != 0 && (state & last) == 0) {
            at++;
            state = at == count ? 0 : next(state) & accepted[at];
        }
        return state == 0 ? -1 : at;
    }

    /** Of a match, which places are words of the phrase and not of a gap. */
    boolean[] spoken(long[] accepted, int begin, int end) {
        long[] states = new long[end - begin + 1];
        states[0] = accepted[begin] & first;
        for (int i = 1; i < states.length; i++) {
            states[i] = next(states[i - 1]) & accepted[begin + i];
        }
        boolean[] spoken = new boolean[states.length];
        long here = Long.lowestOneBit(states[states.length - 1] & last);
        for (int i = states.length - 1; i >= 0; i--) {
            spoken[i] = (here & anything) == 0;
            here = i == 0 ? 0 : before(states[i - 1], here);
        }
        return spoken;
    }

    private long before(long states, long then) {
        for (long rest = states; rest != 0; rest &= rest - 1) {
            if ((follow[Long.numberOfTrailingZeros(rest)] & then) != 0) {
                return Long.lowestOneBit(rest);
            }
        }
        return 0;
    }

    private long next(long state) {
        long next = 0;
        for (long rest = state; rest != 0; rest &= rest - 1) {
            next |= follow[Long.numberOfTrailingZeros(rest)];
        }
        return next;
    }

    private Piece piece(Part part) {
        return switch (part) {
            case Part.Word word -> position(word.anyOf().stream().mapToInt(vocabulary::idOf).toArray());
            case Part.Slot slot -> repeated(position(vocabulary.idOf(slot.range())));
            case Part.Edge edge -> position(vocabulary.idOf(edge.begin() ? Vocabulary.BEGIN : Vocabulary.END));
            case Part.AnyWord any -> any();
            case Part.Gap gap -> gap(gap.most());
            case Part.Maybe maybe -> {
                Piece piece = piece(maybe.part());
                yield new Piece(piece.first(), piece.last(), true);
            }
            case Part.Sequence sequence -> sequence.parts().stream().map(this::piece).reduce(NOTHING, this::join);
            case Part.Choice choice ->
                choice.parts().stream().map(this::piece).reduce(Automaton::either).orElse(NOTHING);
        };
    }

    private Piece position(int... ids) {
        long bit = 1L << positions++;
        Arrays.stream(ids).forEach(id -> accepting.merge(id, bit, (one, other) -> one | other));
        return new Piece(bit, bit, false);
    }

    /** Each word of a value is marked with it. */
    private Piece repeated(Piece piece) {
        follow[Long.numberOfTrailingZeros(piece.last())] |= piece.first();
        return piece;
    }

    private Piece any() {
        Piece piece = position();
        anything |= piece.first();
        return piece;
    }

    private Piece gap(int most) {
        Piece whole = NOTHING;
        for (int i = 0; i < most; i++) {
            Piece one = any();
            whole = join(whole, new Piece(one.first(), one.last(), true));
        }
        return whole;
    }

    private Piece join(Piece one, Piece other) {
        for (long rest = one.last(); rest != 0; rest &= rest - 1) {
            follow[Long.numberOfTrailingZeros(rest)] |= other.first();
        }
        return new Piece(one.first() | (one.mayBeEmpty() ? other.first() : 0),
                other.last() | (other.mayBeEmpty() ? one.last() : 0), one.mayBeEmpty() && other.mayBeEmpty());
    }

    private static Piece either(Piece one, Piece other) {
        return new Piece(one.first() | other.first(), one.last() | other.last(),
                one.mayBeEmpty() || other.mayBeEmpty());
    }
}
