package org.jackfield.analytics.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** A query that finds candidates by another one and then looks at each. Each is made for one search and equals only itself. */
abstract class TurnQuery extends OwnQuery {

    private final Query candidates;

    TurnQuery(Query candidates) {
        this.candidates = candidates;
    }

    /** Looks at documents of one segment, in their order. */
    interface Look {

        boolean accepts(int doc) throws IOException;
    }

    /** What is needed to look at the documents of a segment; null if none of them can be accepted. */
    abstract @Nullable Look look(LeafReaderContext segment) throws IOException;

    /** Made before the first look. */
    void prepare(IndexSearcher searcher) throws IOException {}

    /** Compared with that of other queries: what one look costs. */
    abstract float cost();

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight all = searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
        prepare(searcher);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment)
                    throws IOException {
                ScorerSupplier found = all.scorerSupplier(segment);
                Look look = found == null ? null : look(segment);
                return found == null || look == null ? null : supplier(found, look, score(), mode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private ScorerSupplier supplier(ScorerSupplier found, Look look, float score, ScoreMode mode) {
        return new ScorerSupplier() {
            @Override
            public Scorer get(long lead) throws IOException {
                DocIdSetIterator documents = found.get(lead).iterator();
                return new ConstantScoreScorer(score, mode, new TwoPhaseIterator(documents) {
                    @Override
                    public boolean matches() throws IOException {
                        return look.accepts(approximation.docID());
                    }

                    @Override
                    public float matchCost() {
                        return TurnQuery.this.cost();
                    }
                });
            }

            @Override
            public long cost() {
                return found.cost();
            }
        };
    }

    @Override
    public String toString(String field) {
        return getClass().getSimpleName() + "(" + candidates + ")";
    }
}
