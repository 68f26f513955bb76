package org.jackfield.analytics.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Conversations with a turn that is found. Their score is the number of such turns. Equals only itself. */
final class ConversationsQuery extends OwnQuery {

    private final Query turns;
    private final Blocks blocks;

    ConversationsQuery(Query turns, Blocks blocks) {
        this.turns = turns;
        this.blocks = blocks;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight found = searcher.createWeight(searcher.rewrite(turns), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new Weight(this) {
            @Override
            public Explanation explain(LeafReaderContext segment, int doc) {
                return Explanation.noMatch("not told");
            }

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                ScorerSupplier supplier = found.scorerSupplier(segment);
                return supplier == null ? null : new Supplier(supplier, blocks.of(segment.reader()), boost);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private static final class Supplier extends ScorerSupplier {

        private final ScorerSupplier turns;
        private final FixedBitSet wholes;
        private final float boost;

        Supplier(ScorerSupplier turns, FixedBitSet wholes, float boost) {
            this.turns = turns;
            this.wholes = wholes;
            this.boost = boost;
        }

        @Override
        public Scorer get(long lead) throws IOException {
            Wholes all = new Wholes(turns.get(lead).iterator(), wholes);
            return new Scorer() {
                @Override
                public int docID() {
                    return all.docID();
                }

                @Override
                public DocIdSetIterator iterator() {
                    return all;
                }

                @Override
                public float getMaxScore(int until) {
                    return Float.MAX_VALUE;
                }

                @Override
                public float score() throws IOException {
                    return boost * all.turns();
                }
            };
        }

        @Override
        public long cost() {
            return turns.cost();
        }
    }

    /** From turn to conversation, and on behind it. */
    private static final class Wholes extends DocIdSetIterator {

        private final DocIdSetIterator turns;
        private final FixedBitSet wholes;
        private int whole = -1;
        private int counted;

        Wholes(DocIdSetIterator turns, FixedBitSet wholes) {
            this.turns = turns;
            this.wholes = wholes;
        }

        @Override
        public int docID() {
            return whole;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(whole + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            if (target >= wholes.length()) {
                whole = NO_MORE_DOCS;
                return whole;
            }
            int first = Blocks.first(wholes, target);
            int turn = turns.docID() < first ? turns.advance(first) : turns.docID();
            whole = turn == NO_MORE_DOCS ? NO_MORE_DOCS : wholes.nextSetBit(turn);
            counted = 0;
            return whole;
        }

        /** How many turns of this conversation are found. */
        int turns() throws IOException {
            for (; turns.docID() < whole; turns.nextDoc()) {
                counted++;
            }
            return counted;
        }

        @Override
        public long cost() {
            return turns.cost();
        }
    }

    @Override
    public String toString(String field) {
        return "ConversationsQuery(" + turns + ")";
    }
}
