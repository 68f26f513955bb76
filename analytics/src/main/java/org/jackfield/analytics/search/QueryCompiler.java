package org.jackfield.analytics.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.label.define.Part;
import org.jackfield.analytics.search.language.Place;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.search.language.ValueTest;
import org.jackfield.analytics.search.wording.Wording;

/** Makes queries of a question, for one reader; and remembers which turns show why a conversation is found. */
final class QueryCompiler {

    private static final Query TURNS = new TermQuery(new Term(Fields.KIND, Fields.TURN));
    private static final Query WHOLES = new TermQuery(new Term(Fields.KIND, Fields.CONVERSATION));

    private final Dictionary dictionary;
    private final Blocks blocks;
    private final List<Shown> shown = new ArrayList<>();

    /** Turns to be shown, and what in them. */
    record Shown(Query turns, Question question) {}

    QueryCompiler(Dictionary dictionary, Blocks blocks) {
        this.dictionary = dictionary;
        this.blocks = blocks;
    }

    List<Shown> shown() {
        return shown;
    }

    Query conversations(Question question) {
        return conversations(question, true);
    }

    private Query conversations(Question question, boolean show) {
        return switch (question) {
            case Question.All all -> all(all.questions().stream().map(each -> conversations(each, show)).toList());
            case Question.Any any -> any(any.questions().stream().map(each -> conversations(each, show)).toList());
            case Question.Not not -> silent(without(WHOLES, conversations(not.question(), false)));
            case Question.WithinTurns within -> within(within, show);
            case Question.Filed filed -> silent(any(dictionary.terms(Fields.of(filed.filing()), filed.name(), filed
                    .place()), Fields.of(filed.filing())));
            case Question.Measured measured -> silent(LongPoint.newRangeQuery(Fields.of(measured.measure()), measured
                    .range()
                    .low(), measured.range().high()));
            default -> turns(question, show);
        };
    }

    private Query turns(Question question, boolean show) {
        Query turns = turn(question);
        if (show) {
            shown.add(new Shown(turns, question));
        }
        return new ConversationsQuery(turns, blocks);
    }

    private Query within(Question.WithinTurns within, boolean show) {
        Query ones = near(within.one(), within.other(), within.turns(), within.order());
        if (show) {
            shown.add(new Shown(ones, within.one()));
            Order back = switch (within.order()) {
                case BEFORE -> Order.AFTER;
                case AFTER -> Order.BEFORE;
                case EITHER -> Order.EITHER;
            };
            shown.add(new Shown(near(within.other(), within.one(), within.turns(), back), within.other()));
        }
        return new ConversationsQuery(ones, blocks);
    }

    private Query near(Question found, Question other, int turns, Order order) {
        return new NearTurnsQuery(turn(found), turn(other), turns, order, blocks);
    }

    /** Counts for nothing in the order of matches. */
    private static Query silent(Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    private Query turn(Question question) {
        return switch (question) {
            case Question.Said said -> said(said);
            case Question.Valued valued -> valued(valued.test());
            case Question.Near near -> spoken(Wording.of(near), all(List.of(candidates(near.one()), candidates(near
                    .other()))), near.place());
            case Question.Labelled label -> any(dictionary.terms(Fields.LABEL, label.name(), label.place()),
                    Fields.LABEL);
            case Question.By by -> new TermQuery(new Term(Fields.SPEAKER, by.speaker().word()));
            case Question.InTurn inTurn -> turn(inTurn.question());
            case Question.All all -> all(all.questions().stream().map(this::turn).toList());
            case Question.Any any -> any(any.questions().stream().map(this::turn).toList());
            case Question.Not not -> without(TURNS, turn(not.question()));
            case Question.WithinTurns within -> throw new IllegalArgumentException("not of a turn: " + within);
            case Question.Filed filed -> throw new IllegalArgumentException("not of a turn: " + filed);
            case Question.Measured measured -> throw new IllegalArgumentException("not of a turn: " + measured);
        };
    }

    private Query said(Question.Said said) {
        Part part = said.phrase().part();
        if (part instanceof Part.Word word) {
            return any(terms(word.anyOf(), said.place()), Fields.TEXT);
        }
        return part instanceof Part.Sequence(List<Part> parts) && parts.stream().allMatch(QueryCompiler::isPlain)
                ? plain(parts)
                : spoken(Wording.of(said), candidates(said), said.place());
    }

    private static boolean isPlain(Part part) {
        return part instanceof Part.Word(List<String> words) && words.size() == 1 && !words.getFirst().endsWith("*");
    }

    /** Words in a row and nothing else, which Lucene finds in less time. */
    private static Query plain(List<Part> words) {
        return new PhraseQuery(Fields.TEXT, words.stream()
                .map(part -> Fields.cut(((Part.Word) part).anyOf().getFirst()))
                .toArray(String[]::new));
    }

    private Query spoken(Wording wording, Query candidates, Place place) {
        return new SpokenQuery(candidates, wording, wording.words()
                .stream()
                .map(words -> terms(words, place))
                .toList());
    }

    private List<BytesRef> terms(List<String> words, Place place) {
        return words.stream().flatMap(word -> dictionary.terms(Fields.TEXT, word, place).stream()).distinct().toList();
    }

    private static Query valued(ValueTest test) {
        boolean byTerm = test.range().isEmpty() && test.currency().isEmpty() && test.normal().isEmpty();
        return byTerm ? typed(test) : new ValuedQuery(typed(test), test);
    }

    private static Query typed(ValueTest test) {
        String type = test.type().word();
        return new TermQuery(new Term(Fields.VALUE, test.label()
                .map(label -> Fields.cut(type + "(" + label + ")"))
                .orElse(type)));
    }

    private Query candidates(Question.Spot spot) {
        return switch (spot) {
            case Question.Said said -> candidates(said.phrase().part(), said.place()).orElse(TURNS);
            case Question.Valued valued -> typed(valued.test());
        };
    }

    /** Turns that can have a part; empty if all can. */
    private Optional<Query> candidates(Part part, Place place) {
        return switch (part) {
            case Part.Word word -> Optional.of(any(terms(word.anyOf(), place), Fields.TEXT));
            case Part.Slot slot -> Optional.of(typed(ValueTest.of(slot.range())));
            case Part.Sequence sequence -> {
                List<Query> needed = sequence.parts()
                        .stream()
                        .flatMap(each -> candidates(each, place).stream())
                        .distinct()
                        .toList();
                yield needed.isEmpty() ? Optional.empty() : Optional.of(all(needed));
            }
            case Part.Choice choice -> {
                List<Query> either = choice.parts()
                        .stream()
                        .flatMap(each -> candidates(each, place).stream())
                        .toList();
                yield either.size() < choice.parts().size() ? Optional.empty() : Optional.of(any(either));
            }
            case Part.AnyWord any -> Optional.empty();
            case Part.Gap gap -> Optional.empty();
            case Part.Edge edge -> Optional.empty();
            case Part.Maybe maybe -> Optional.empty();
        };
    }

    private static Query all(List<Query> queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.MUST));
        return queries.size() == 1 ? queries.getFirst() : all.build();
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return queries.size() == 1 ? queries.getFirst() : any.build();
    }

    private static Query any(List<BytesRef> terms, String field) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new TermInSetQuery(field, terms);
    }

    private static Query without(Query all, Query none) {
        return new BooleanQuery.Builder().add(all, Occur.FILTER).add(none, Occur.MUST_NOT).build();
    }
}
