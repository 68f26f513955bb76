package org.jackfield.analytics.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.search.language.Filing;
import org.jackfield.analytics.search.language.InvalidQueryException;
import org.jackfield.analytics.search.language.Measure;
import org.jackfield.analytics.search.language.Place;
import org.jackfield.analytics.search.language.QueryProblem.Code;

/** Where a page ends: the keys of its last conversation, so that the next one begins behind it however many come before. */
final class Cursor {

    private static final Place NOWHERE = new Place(0, 0);
    private static final char BETWEEN = '|';

    private Cursor() {}

    static Sort sort(SearchOrder order) {
        SortField start = new SortField(Fields.of(Measure.STARTED), SortField.Type.LONG, order != SearchOrder.OLDEST);
        SortField sid = new SortField(Fields.of(Filing.CONVERSATION), SortField.Type.STRING);
        return order == SearchOrder.MATCHES ? new Sort(SortField.FIELD_SCORE, start, sid) : new Sort(start, sid);
    }

    static String write(SearchOrder order, FieldDoc last) {
        StringBuilder keys = new StringBuilder(order.name());
        for (Object key : last.fields) {
            keys.append(BETWEEN).append(key instanceof BytesRef bytes ? bytes.utf8ToString() : String.valueOf(key));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.toString()
                        .getBytes(
                                StandardCharsets.UTF_8));
    }

    /** @throws InvalidQueryException no search with this order gave it */
    static FieldDoc read(SearchOrder order, String cursor) {
        try {
            String[] keys = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            int count = order == SearchOrder.MATCHES ? 4 : 3;
            if (keys.length != count || !keys[0].equals(order.name())) {
                throw new IllegalArgumentException("keys of another order");
            }
            Long start = Long.valueOf(keys[count - 2]);
            BytesRef sid = new BytesRef(keys[count - 1]);
            Object[] fields = order == SearchOrder.MATCHES
                    ? new Object[]{Float.valueOf(keys[1]), start, sid}
                    : new Object[]{start, sid};
            return new FieldDoc(Integer.MAX_VALUE, order == SearchOrder.MATCHES ? Float.parseFloat(keys[1]) : 0,
                    fields);
        } catch (IllegalArgumentException e) {
            throw new InvalidQueryException(Code.BAD_CURSOR, NOWHERE, "the page to go on from is unknown",
                    "take \"next\" of a page of the same query and order, or begin anew");
        }
    }
}
