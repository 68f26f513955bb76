package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jackfield.engine.id.Paging;

/**
 * Which page of a list a request asks for, and the page as the two families of SDKs read it. A page is named by the last
 * id of the one before ({@code PageToken}), so that entries added meanwhile move nothing.
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
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+]{1,64}");
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

    /** Where the page starts: after the entry of that id. */
    Optional<String> token() {
        return token;
    }

    /** What to read: one more than the page holds, to know whether another follows. */
    Paging paging() {
        return new Paging(token.orElse(""), fetch());
    }

    /** How many entries to read. */
    int fetch() {
        return Math.min(size + 1, Paging.MOST);
    }

    /** The page of the 2010 API: bare paths that start with {@code /2010-04-01/}. */
    <T> View sdk(Shape<T> shape, List<T> read) {
        List<T> shown = shown(read);
        String path = Wire.bare(request.getRequestURI());
        int first = number * size;
        return new View().put(shape.key(), shape.views(shown))
                .put("first_page_uri", path + query(0, Optional.empty()))
                .put("next_page_uri", next(shape, read).map(last -> path + query(number + 1, Optional.of(last))))
                .put("previous_page_uri", null)
                .put("page", number)
                .put("page_size", size)
                .put("start", first)
                .put("end", first + Math.max(shown.size() - 1, 0))
                .put("uri", path + query(number, token));
    }

    /** The page of the newer APIs: absolute addresses and the list's key under {@code meta}. */
    <T> View meta(Shape<T> shape, List<T> read, Wire wire) {
        List<T> shown = shown(read);
        String url = wire.absolute(request.getRequestURI());
        View meta = new View().put("page", number)
                .put("page_size", size)
                .put("first_page_url", url + query(0, Optional.empty()))
                .put("previous_page_url", null)
                .put("url", url + query(number, token))
                .put("next_page_url", next(shape, read).map(last -> url + query(number + 1, Optional.of(last))))
                .put("key", shape.key());
        return new View().put(shape.key(), shape.views(shown)).put("meta", meta);
    }

    private <T> List<T> shown(List<T> read) {
        return read.size() > size ? read.subList(0, size) : read;
    }

    private <T> Optional<String> next(Shape<T> shape, List<T> read) {
        boolean more = read.size() > size || (size == Paging.MOST && read.size() == size);
        return more ? Optional.of(shape.id().apply(shown(read).getLast())) : Optional.empty();
    }

    private String query(int page, Optional<String> after) {
        StringBuilder query = new StringBuilder("?PageSize=" + size + "&Page=" + page);
        after.ifPresent(last -> query.append("&PageToken=").append(last));
        return query.append(Wire.queryWithout(request, OWN)).toString();
    }
}
