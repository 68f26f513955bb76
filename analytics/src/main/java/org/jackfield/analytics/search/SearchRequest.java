package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A query and how its answer is to look. Immutable.
 *
 * @param query in the language of {@code docs/reference/search.md}
 * @param zone in which the days of the query lie
 * @param limit conversations a page, 1 to {@value #MOST}
 * @param turns matching turns that are shown of a conversation, 0 to {@value #MOST}
 * @param after what {@link SearchPage#next} said, to go on there
 * @param facets whether to count by label, queue, worker, flow and share of talk
 * @param timeout how long it may take
 */
public record SearchRequest(String query, ZoneId zone, SearchOrder order, int limit, int turns,
        Optional<String> after, boolean facets, Duration timeout) {

    /** Most conversations a page, and most turns of one. */
    public static final int MOST = 500;

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    public SearchRequest {
        if (limit < 1 || limit > MOST || turns < 0 || turns > MOST) {
            throw new IllegalArgumentException("limit and turns are at most " + MOST + ", limit at least 1");
        }
    }

    /** The newest 20 conversations, 3 turns of each, with facets; days are UTC's. */
    public static SearchRequest of(String query) {
        return new SearchRequest(query, ZoneOffset.UTC, SearchOrder.NEWEST, 20, 3, Optional.empty(), true,
                USUAL_TIMEOUT);
    }

    public SearchRequest in(SearchOrder fresh) {
        return new SearchRequest(query, zone, fresh, limit, turns, after, facets, timeout);
    }

    public SearchRequest in(ZoneId fresh) {
        return new SearchRequest(query, fresh, order, limit, turns, after, facets, timeout);
    }

    /** So many conversations, so many turns of each. */
    public SearchRequest limit(int conversations, int turnsOfEach) {
        return new SearchRequest(query, zone, order, conversations, turnsOfEach, after, facets, timeout);
    }

    public SearchRequest after(Optional<String> page) {
        return new SearchRequest(query, zone, order, limit, turns, page, facets, timeout);
    }

    public SearchRequest withoutFacets() {
        return new SearchRequest(query, zone, order, limit, turns, after, false, timeout);
    }

    public SearchRequest within(Duration fresh) {
        return new SearchRequest(query, zone, order, limit, turns, after, facets, fresh);
    }
}
