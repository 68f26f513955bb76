package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jackfield.engine.id.Paging;

/**
 * Which page of a list a request asks for, and the page as the two families of SDKs read it. A page is named by the id
 * of the entry that it follows or comes before ({@code PageToken}), so that entries added meanwhile move nothing.
 */
final class PageOf {

    /** How a list is embedded: its key, the id of an entry, its view, and which entries are shown. */
    record Shape<T>(String key, Function<T, String> id, Function<T, View> view, Predicate<T> shown) {

        Shape(String key, Function<T, String> id, Function<T, View> view) {
            this(key, id, view, entry -> true);
        }

        /** Shows some entries only; a page may then be shorter than its size, but never ends the list early. */
        Shape<T> only(Predicate<T> wanted) {
            return new Shape<>(key, id, view, wanted);
        }

        private List<View> views(List<T> entries) {
            return entries.stream().filter(shown).map(view).toList();
        }
    }

    private static final int USUAL = 50;
    private static final Pattern TOKEN = Pattern.compile("P[AB][A-Za-z0-9+]{1,64}");
    private static final String AFTER = "PA";
    private static final String BEFORE = "PB";
    private static final String[] OWN = {"PageSize", "PageToken", "Page"};

    private final HttpServletRequest request;
    private final int size;
    private final int number;
    private final Optional<String> token;

    PageOf(HttpServletRequest request) {
        Params params = new Params(request);
        this.request = request;
        size = params.number("PageSize", 1, Integer.MAX_VALUE)
                .map(wanted -> Math.min(wanted, Paging.MOST))
                .orElse(USUAL);
        number = params.number("Page", 0, Integer.MAX_VALUE).orElse(0);
        token = params.text("PageToken").filter(text -> !text.isEmpty());
        token.filter(text -> !TOKEN.matcher(text).matches()).ifPresent(text -> {
            throw Params.invalid("PageToken", "was not made by us");
        });
    }

    int size() {
        return size;
    }

    /** What to read: one more than the page holds, to know whether the list goes on. */
    Paging paging() {
        String from = token.map(text -> text.substring(AFTER.length())).orElse("");
        return new Paging(from, Math.min(size + 1, Paging.MOST), isBackwards());
    }

    /**
     * What to read, the latest first: {@link #latestFirst(List)} puts it in order.
     *
     * @param beyond a text that comes after all ids
     */
    Paging pagingLatestFirst(String beyond) {
        Paging forward = paging();
        return new Paging(forward.after().isEmpty() ? beyond : forward.after(), forward.limit(), !forward.backwards());
    }

    /** The order of a list that was read by {@link #pagingLatestFirst}. */
    static <T> List<T> latestFirst(List<T> read) {
        return read.reversed();
    }

    /** The page of the 2010 API: bare paths that start with {@code /2010-04-01/}. */
    <T> View sdk(Shape<T> shape, List<T> read) {
        List<T> shown = shown(read);
        String path = Wire.bare(request.getRequestURI());
        int first = number * size;
        return new View().put(shape.key(), shape.views(shown))
                .put("first_page_uri", path + query(0, Optional.empty()))
                .put("next_page_uri", next(shape, read).map(last -> path + query(number + 1, Optional.of(last))))
                .put("previous_page_uri",
                        previous(shape, read).map(start -> path + query(before(), Optional.of(start))))
                .put("page", number)
                .put("page_size", size)
                .put("start", first)
                .put("end", first + Math.max(shown.size() - 1, 0))
                .put("uri", path + query(number, token));
    }

    /** The page of the newer APIs: absolute addresses and the list's key under {@code meta}. */
    <T> View meta(Shape<T> shape, List<T> read, Wire wire) {
        String url = wire.absolute(request.getRequestURI());
        View meta = new View().put("page", number)
                .put("page_size", size)
                .put("first_page_url", url + query(0, Optional.empty()))
                .put("previous_page_url", previous(shape, read).map(start -> url + query(before(), Optional.of(start))))
                .put("url", url + query(number, token))
                .put("next_page_url", next(shape, read).map(last -> url + query(number + 1, Optional.of(last))))
                .put("key", shape.key());
        return new View().put(shape.key(), shape.views(shown(read))).put("meta", meta);
    }

    private boolean isBackwards() {
        return token.filter(text -> text.startsWith(BEFORE)).isPresent();
    }

    private int before() {
        return Math.max(0, number - 1);
    }

    /** The entries of the page; the one that was read in addition is the farthest from where reading began. */
    private <T> List<T> shown(List<T> read) {
        if (read.size() <= size) {
            return read;
        }
        return isBackwards() ? read.subList(read.size() - size, read.size()) : read.subList(0, size);
    }

    private <T> Optional<String> next(Shape<T> shape, List<T> read) {
        boolean more = isBackwards() ? !read.isEmpty() : goesOn(read);
        return more ? Optional.of(AFTER + shape.id().apply(shown(read).getLast())) : Optional.empty();
    }

    private <T> Optional<String> previous(Shape<T> shape, List<T> read) {
        boolean more = isBackwards() ? goesOn(read) : token.isPresent() && !read.isEmpty();
        return more ? Optional.of(BEFORE + shape.id().apply(shown(read).getFirst())) : Optional.empty();
    }

    private boolean goesOn(List<?> read) {
        return read.size() > size || (size == Paging.MOST && read.size() == size);
    }

    private String query(int page, Optional<String> start) {
        StringBuilder query = new StringBuilder("?PageSize=" + size + "&Page=" + page);
        start.ifPresent(name -> query.append("&PageToken=").append(name));
        return query.append(Wire.queryWithout(request, OWN)).toString();
    }
}
