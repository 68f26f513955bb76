package org.jackfield.analytics.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jspecify.annotations.Nullable;

/** Turns near which there is another one of the same conversation. Turns of a conversation lie side by side, so only numbers are compared. */
final class NearTurnsQuery extends TurnQuery {

    private static final float COST = 30;

    private final Query other;
    private final int turns;
    private final Order order;
    private final Blocks blocks;
    private @Nullable Weight others;

    /** @param order which of the two comes first, the one that is found or the other */
    NearTurnsQuery(Query found, Query other, int turns, Order order, Blocks blocks) {
        super(found);
        this.other = other;
        this.turns = turns;
        this.order = order;
        this.blocks = blocks;
    }

    @Override
    float cost() {
        return COST;
    }

    @Override
    void prepare(IndexSearcher searcher) throws IOException {
        others = searcher.createWeight(searcher.rewrite(other), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    @Override
    @Nullable
    Look look(LeafReaderContext segment) throws IOException {
        Weight weight = others == null
                ? new MatchNoDocsQuery().createWeight(new IndexSearcher(segment.reader()),
                        ScoreMode.COMPLETE_NO_SCORES, 1)
                : others;
        Scorer scorer = weight.scorer(segment);
        if (scorer == null) {
            return null;
        }
        FixedBitSet wholes = blocks.of(segment.reader());
        DocIdSetIterator near = scorer.iterator();
        int before = order == Order.BEFORE ? -1 : turns;
        int after = order == Order.AFTER ? -1 : turns;
        // The lower bound never falls from one document to the next, so no other one is needed again once it is passed.
        return doc -> {
            int low = Math.max(doc - before, Blocks.first(wholes, doc));
            if (near.docID() < low) {
                near.advance(low);
            }
            return near.docID() <= doc + after && near.docID() < wholes.nextSetBit(doc);
        };
    }
}
