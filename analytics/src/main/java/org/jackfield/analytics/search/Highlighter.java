package org.jackfield.analytics.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.search.language.ValueTest;
import org.jackfield.analytics.search.wording.TurnPlaces;
import org.jackfield.analytics.search.wording.Wording;
import org.jackfield.analytics.transcript.Words;

/** Finds the characters of a turn that a question is about. What must not be is not shown. */
final class Highlighter {

    private final Words words;
    private final BytesRef values;
    private final List<Hit.Span> spans = new ArrayList<>();

    /** @param values as {@link ValueBytes} wrote them */
    Highlighter(Words words, BytesRef values) {
        this.words = words;
        this.values = values;
    }

    /** In order; those that overlap are one. */
    List<Hit.Span> spans(List<Question> questions) {
        questions.forEach(this::collect);
        spans.sort(Comparator.comparingInt(Hit.Span::start).thenComparingInt(Hit.Span::end));
        List<Hit.Span> joined = new ArrayList<>();
        for (Hit.Span span : spans) {
            if (!joined.isEmpty() && joined.getLast().end() > span.start()) {
                Hit.Span last = joined.removeLast();
                joined.add(new Hit.Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private void collect(Question question) {
        switch (question) {
            case Question.Spot spot -> collect(Wording.of(spot));
            case Question.Near near -> collect(Wording.of(near));
            case Question.All all -> all.questions().forEach(this::collect);
            case Question.Any any -> any.questions().forEach(this::collect);
            case Question.InTurn inTurn -> collect(inTurn.question());
            default -> {
                // The turn as a whole is meant, or something that is not there.
            }
        }
    }

    private void collect(Wording wording) {
        TurnPlaces turn = new TurnPlaces(words.count(), wording.words().size(), wording.slots().size());
        for (int i = 0; i < wording.words().size(); i++) {
            for (int place = 0; place < words.count(); place++) {
                if (isOneOf(wording.words().get(i), Fields.cut(words.word(place)))) {
                    turn.addWord(i, place + 1);
                }
            }
        }
        for (int i = 0; i < wording.slots().size(); i++) {
            add(turn, i, wording.slots().get(i));
        }
        wording.spans(turn)
                .forEach(span -> spans.add(new Hit.Span(words.start(span.first() - 1), words.end(span.last() - 1))));
    }

    private void add(TurnPlaces turn, int slot, ValueTest test) {
        new ValueBytes.Test(test).find(values, (first, last) -> {
            if (first > 0) {
                turn.addValue(slot, first, last);
            }
            return true;
        });
    }

    private static boolean isOneOf(List<String> anyOf, String word) {
        for (String each : anyOf) {
            boolean is = each.endsWith("*")
                    ? word.startsWith(each.substring(0, each.length() - 1))
                    : Fields.cut(each).equals(word);
            if (is) {
                return true;
            }
        }
        return false;
    }
}
