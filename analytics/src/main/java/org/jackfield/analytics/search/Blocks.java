package org.jackfield.analytics.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Where conversations lie in a segment: each ends with the document of the whole. Remembered until the segment goes. Safe for use by several
 * threads.
 */
final class Blocks {

    private static final Term WHOLE = new Term(Fields.KIND, Fields.CONVERSATION);

    private final Map<IndexReader.CacheKey, FixedBitSet> known = new ConcurrentHashMap<>();

    FixedBitSet of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
        FixedBitSet found = helper == null ? null : known.get(helper.getKey());
        if (found != null) {
            return found;
        }
        FixedBitSet wholes = new FixedBitSet(segment.maxDoc());
        PostingsEnum postings = segment.postings(WHOLE, PostingsEnum.NONE);
        if (postings != null) {
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                wholes.set(doc);
            }
        }
        if (helper != null && known.put(helper.getKey(), wholes) == null) {
            helper.addClosedListener(known::remove);
        }
        return wholes;
    }

    /** The first turn of the conversation that a document belongs to. */
    static int first(FixedBitSet wholes, int doc) {
        return doc == 0 ? 0 : wholes.prevSetBit(doc - 1) + 1;
    }
}
