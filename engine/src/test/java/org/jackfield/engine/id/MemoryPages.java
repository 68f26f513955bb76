package org.jackfield.engine.id;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of lists in memory. */
public final class MemoryPages {

    private MemoryPages() {}

    /** The page of a list in ascending order of its ids. */
    public static <T> List<T> ascending(Paging paging, Stream<T> entries, Function<T, String> id) {
        return page(paging, entries, id, Comparator.naturalOrder());
    }

    /** The page of a list in descending order of its ids. */
    public static <T> List<T> descending(Paging paging, Stream<T> entries, Function<T, String> id) {
        return page(paging, entries, id, Comparator.reverseOrder());
    }

    private static <T> List<T> page(Paging paging, Stream<T> entries, Function<T, String> id,
            Comparator<String> order) {
        List<T> wanted = entries.filter(entry -> isWanted(paging, id.apply(entry), order))
                .sorted(Comparator.comparing(id, order))
                .toList();
        return paging.backwards()
                ? wanted.subList(Math.max(0, wanted.size() - paging.limit()), wanted.size())
                : wanted.subList(0, Math.min(paging.limit(), wanted.size()));
    }

    private static boolean isWanted(Paging paging, String id, Comparator<String> order) {
        int place = order.compare(id, paging.after());
        return paging.after().isEmpty() || (paging.backwards() ? place < 0 : place > 0);
    }
}
