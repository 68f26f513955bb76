package org.jackfield.analytics.search;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** A query that is made for one search: it equals only itself, so nobody keeps what it found. */
abstract class OwnQuery extends Query {

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
