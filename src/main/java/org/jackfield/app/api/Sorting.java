package org.jackfield.app.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimedId;

/** The order that a list is asked for: {@code FIELD:asc} or {@code FIELD:desc}. */
final class Sorting {

    private static final String ORDERING = "Ordering";

    private Sorting() {}

    /** Whether the latest come first; empty when no order is asked for. */
    static Optional<Boolean> latestFirst(Params params, String field) {
        return params.text(ORDERING).filter(text -> !text.isBlank()).map(order -> {
            if (order.equals(field + ":asc")) {
                return false;
            }
            if (order.equals(field + ":desc")) {
                return true;
            }
            throw Params.invalid(ORDERING, "is " + field + ":asc or " + field + ":desc; there is no other order");
        });
    }

    /** A page in the order of a time, read by a list that has the earliest first. */
    static <T> List<T> byTime(PageOf page, boolean latestFirst, Function<Paging, List<T>> read) {
        Paging paging = latestFirst ? page.pagingLatestFirst(TimedId.LAST.text()) : page.paging();
        try {
            TimedId.parse(paging.after());
        } catch (IllegalArgumentException foreign) {
            throw Params.invalid("PageToken", "was not made by us for this order");
        }
        List<T> found = read.apply(paging);
        return latestFirst ? PageOf.latestFirst(found) : found;
    }
}
