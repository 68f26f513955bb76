package org.jackfield.analytics.label.query;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jackfield.analytics.label.define.Condition;
import org.jackfield.analytics.label.define.LabelDefinition;

/**
 * Makes queries of definitions, one document a turn. A query finds every turn that can have the label, and some more: what
 * other turns, places in the conversation and refusals decide is left to the matcher, which looks at what was found.
 */
final class LabelQueries {

    /** Field of {@link TurnTokens}. */
    public static final String TEXT = "text";

    /** Field of the speaker's word. */
    public static final String SPEAKER = "speaker";

    private static final int SLACK = 64;

    private LabelQueries() {}

    /** Empty for a label that may be on turns in which nothing of it is said: it is told by the turns around. */
    public static Optional<Query> of(LabelDefinition definition) {
        return definition.isHeardInTurn() ? query(definition.when()) : Optional.empty();
    }

    /** Empty for what does not narrow the search. */
    private static Optional<Query> query(Condition condition) {
        return switch (condition) {
            case Condition.Said said -> Optional.of(new IntervalQuery(TEXT, said(said)));
            case Condition.NearInTurn near -> Optional.of(new IntervalQuery(TEXT, near(near)));
            case Condition.NearByTurns near -> query(near.here());
            case Condition.All all -> all(all.conditions());
            case Condition.Any any -> any(any.conditions());
            case Condition.By by -> Optional.of(new TermQuery(new Term(SPEAKER, by.speaker().word())));
            case Condition.Not not -> Optional.empty();
            case Condition.Previous previous -> Optional.empty();
            case Condition.Next next -> Optional.empty();
            case Condition.Place place -> Optional.empty();
            case Condition.Length length -> Optional.empty();
        };
    }

    private static IntervalsSource said(Condition.Said said) {
        return PhraseIntervals
                .either(said.phrases().stream().map(phrase -> PhraseIntervals.of(phrase.part())).toList());
    }

    /** Words at the edges of a phrase that it may take lie outside of its intervals, so the distance is measured wider. */
    private static IntervalsSource near(Condition.NearInTurn near) {
        IntervalsSource one = said(near.one());
        IntervalsSource other = said(near.other());
        IntervalsSource both = switch (near.order()) {
            case BEFORE -> Intervals.ordered(one, other);
            case AFTER -> Intervals.ordered(other, one);
            case EITHER -> Intervals.unordered(one, other);
        };
        return Intervals.maxgaps(near.words() + SLACK, both);
    }

    private static Optional<Query> all(List<Condition> conditions) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        conditions.forEach(condition -> query(condition).ifPresent(query -> all.add(query, Occur.MUST)));
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static Optional<Query> any(List<Condition> conditions) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Condition condition : conditions) {
            Optional<Query> query = query(condition);
            if (query.isEmpty()) {
                return Optional.empty();
            }
            any.add(query.get(), Occur.SHOULD);
        }
        return Optional.of(any.build());
    }
}
