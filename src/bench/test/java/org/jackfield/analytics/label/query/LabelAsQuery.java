package org.jackfield.analytics.label.query;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.Query;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.transcript.Turn;

/** Lets a benchmark at what is of use inside its package alone. */
public final class LabelAsQuery {

    private LabelAsQuery() {}

    /** The definition as an interval query. */
    public static Query of(LabelDefinition label) {
        return LabelQueries.of(label).orElseThrow();
    }

    /** The turn as the query reads it. */
    public static Document document(Turn turn) {
        Document document = new Document();
        document.add(new TextField(LabelQueries.TEXT, new TurnTokens(turn, List.of())));
        return document;
    }
}
