package org.jackfield.analytics.search;

import java.util.List;

/** The part of a long turn that is shown: around the first match. Spans beyond it are left out. */
record Excerpt(String text, int from, List<Hit.Span> spans) {

    static final int MOST = 1_000;
    private static final int BEFORE = 200;

    static Excerpt of(String text, List<Hit.Span> spans) {
        if (text.length() <= MOST) {
            return new Excerpt(text, 0, spans);
        }
        int wanted = spans.isEmpty() ? 0 : spans.getFirst().start() - BEFORE;
        int from = whole(text, Math.clamp(wanted, 0, text.length() - MOST));
        int until = whole(text, from + MOST);
        return new Excerpt(text.substring(from, until), from, spans.stream()
                .filter(span -> span.end() <= until)
                .toList());
    }

    /** A place that does not lie within a character of two halves. */
    private static int whole(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
