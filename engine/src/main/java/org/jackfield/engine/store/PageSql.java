package org.jackfield.engine.store;

import java.util.List;
import org.jackfield.engine.id.Paging;

/** The end of a statement that reads one page of a list, either way through it. Parameters: {@code after}, {@code limit}. */
public final class PageSql {

    private PageSql() {}

    /** For a list in ascending order of the column. */
    public static String ascending(Paging paging, String column) {
        return tail(paging.backwards() ? "<" : ">", column, paging.backwards() ? "DESC" : "ASC");
    }

    /** For a list in descending order of the column; an empty start is the largest. */
    public static String descending(Paging paging, String column) {
        return paging.after().isEmpty()
                ? "AND :after = '' ORDER BY " + column + " DESC LIMIT :limit"
                : tail(paging.backwards() ? ">" : "<", column, paging.backwards() ? "ASC" : "DESC");
    }

    /**
     * For a list in ascending order of a time, then of the id; {@link Paging} starts after the text of a
     * {@link org.jackfield.engine.id.TimedId}. Parameters: {@code afterTime}, {@code afterId}, {@code limit}.
     */
    public static String ascendingByTime(Paging paging, String time) {
        return "AND (%1$s, id) %2$s (:afterTime, :afterId) ORDER BY %1$s %3$s, id %3$s LIMIT :limit".formatted(time,
                paging.backwards() ? "<" : ">", paging.backwards() ? "DESC" : "ASC");
    }

    /** The rows in the order of the list, whichever way they were read. */
    public static <T> List<T> inOrder(Paging paging, List<T> read) {
        return paging.backwards() ? read.reversed() : read;
    }

    private static String tail(String relation, String column, String order) {
        return "AND %1$s %2$s :after ORDER BY %1$s %3$s LIMIT :limit".formatted(column, relation, order);
    }
}
