package org.jackfield.analytics.search;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.jackfield.analytics.search.language.ValueTest;

/** Turns in which a value is said that passes a test. */
final class ValuedQuery extends TurnQuery {

    private static final float COST = 50;

    private final ValueTest test;

    ValuedQuery(Query candidates, ValueTest test) {
        super(candidates);
        this.test = test;
    }

    @Override
    float cost() {
        return COST;
    }

    @Override
    Look look(LeafReaderContext segment) throws IOException {
        BinaryDocValues values = DocValues.getBinary(segment.reader(), Fields.VALUES);
        ValueBytes.Test bytes = new ValueBytes.Test(test);
        return doc -> values.advanceExact(doc) && bytes.find(values.binaryValue(), (first, last) -> false);
    }
}
