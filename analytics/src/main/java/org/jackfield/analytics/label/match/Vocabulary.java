package org.jackfield.analytics.label.match;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.analytics.label.define.ValueRange;

/**
 * Numbers of what a place of a turn may be: a word, a beginning of words, a value, an edge. It only grows, so all versions of
 * a tenant's labels share one. Safe for use by several threads.
 */
final class Vocabulary {

    static final String BEGIN = "^begin";
    static final String END = "^end";

    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<ValueRange, Integer> values = new ConcurrentHashMap<>();
    private final Set<Integer> lengthsOfBeginnings = ConcurrentHashMap.newKeySet();

    Vocabulary() {
        idOf(BEGIN);
        idOf(END);
    }

    /** Of a word; of a beginning with its {@code *}. */
    int idOf(String word) {
        Integer known = ids.get(word);
        return known == null ? added(word) : known;
    }

    private synchronized int added(String word) {
        if (word.endsWith("*")) {
            lengthsOfBeginnings.add(word.length() - 1);
        }
        return ids.computeIfAbsent(word, fresh -> size());
    }

    synchronized int idOf(ValueRange range) {
        return values.computeIfAbsent(range, fresh -> size());
    }

    private int size() {
        return ids.size() + values.size();
    }

    int count() {
        return size();
    }

    /** Below zero if nobody listens for the word. */
    int known(String word) {
        Integer id = ids.get(word);
        return id == null ? -1 : id;
    }

    Set<Integer> lengthsOfBeginnings() {
        return lengthsOfBeginnings;
    }

    Map<ValueRange, Integer> values() {
        return values;
    }
}
