package org.jackfield.analytics.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of an answer. Immutable.
 *
 * @param total how many conversations match, on all pages
 * @param facets how many of them have which value, the most frequent first; empty if not asked for
 * @param next where the next page begins; empty on the last one
 */
public record SearchPage(long total, List<Hit> hits, Map<Facet, List<Count>> facets, Optional<String> next) {

    static final SearchPage NOTHING = new SearchPage(0, List.of(), Map.of(), Optional.empty());

    /** By what conversations are counted. */
    public enum Facet {
        LABEL,
        QUEUE,
        WORKER,
        FLOW,
        /** The agent's share of what was said, in steps of 20 percent: {@code 0-20}, ... {@code 80-100}. */
        TALK
    }

    /** So many conversations have a value. */
    public record Count(String value, long conversations) {}

    public SearchPage {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
