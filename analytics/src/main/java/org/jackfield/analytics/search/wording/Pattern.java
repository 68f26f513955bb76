package org.jackfield.analytics.search.wording;

import java.util.List;

/** A phrase, ready to be looked for: words and slots are numbers. Ways are followed for all places at once. */
sealed interface Pattern {

    /** From places where it may begin to the places behind where it may end. */
    PlaceSet forward(PlaceSet from, TurnPlaces turn);

    /** From places behind its end to the places where it may begin. */
    PlaceSet backward(PlaceSet behind, TurnPlaces turn);

    record Word(int number) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            return from.and(turn.of(number)).up();
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            return behind.down().and(turn.of(number));
        }
    }

    record AnyWord() implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            return from.and(turn.words()).up();
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            return behind.down().and(turn.words());
        }
    }

    record Gap(int most) implements Pattern {
        private static final AnyWord ONE = new AnyWord();

        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            PlaceSet all = from;
            PlaceSet front = from;
            for (int i = 0; i < most; i++) {
                front = ONE.forward(front, turn);
                all = all.or(front);
            }
            return all;
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            PlaceSet all = behind;
            PlaceSet front = behind;
            for (int i = 0; i < most; i++) {
                front = ONE.backward(front, turn);
                all = all.or(front);
            }
            return all;
        }
    }

    record Edge(boolean begin) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            return from.and(turn.only(begin ? 0 : turn.end())).up();
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            return behind.down().and(turn.only(begin ? 0 : turn.end()));
        }
    }

    record Slot(int number) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            PlaceSet ends = PlaceSet.empty(turn.size());
            for (TurnPlaces.Span span : turn.spans(number)) {
                if (from.has(span.first())) {
                    ends.add(span.last() + 1);
                }
            }
            return ends;
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            PlaceSet starts = PlaceSet.empty(turn.size());
            for (TurnPlaces.Span span : turn.spans(number)) {
                if (behind.has(span.last() + 1)) {
                    starts.add(span.first());
                }
            }
            return starts;
        }
    }

    record Maybe(Pattern inner) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            return from.or(inner.forward(from, turn));
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            return behind.or(inner.backward(behind, turn));
        }
    }

    record Row(List<Pattern> parts) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            PlaceSet at = from;
            for (int i = 0; i < parts.size(); i++) {
                at = parts.get(i).forward(at, turn);
            }
            return at;
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            PlaceSet at = behind;
            for (int i = parts.size() - 1; i >= 0; i--) {
                at = parts.get(i).backward(at, turn);
            }
            return at;
        }
    }

    record Choice(List<Pattern> parts) implements Pattern {
        @Override
        public PlaceSet forward(PlaceSet from, TurnPlaces turn) {
            PlaceSet ends = PlaceSet.empty(turn.size());
            for (Pattern part : parts) {
                ends = ends.or(part.forward(from, turn));
            }
            return ends;
        }

        @Override
        public PlaceSet backward(PlaceSet behind, TurnPlaces turn) {
            PlaceSet starts = PlaceSet.empty(turn.size());
            for (Pattern part : parts) {
                starts = starts.or(part.backward(behind, turn));
            }
            return starts;
        }
    }
}
