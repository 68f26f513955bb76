package org.jackfield.analytics.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.search.wording.TurnPlaces;
import org.jackfield.analytics.search.wording.Wording;

/** Turns in which a wording is said: of those that have its words, the places decide. */
final class SpokenQuery extends TurnQuery {

    private static final BytesRef LAST = new BytesRef(Fields.LAST);
    private static final float COST = 200;

    private final Wording wording;
    private final List<List<BytesRef>> terms;

    /** @param terms by number of the wording's words, those of the index */
    SpokenQuery(Query candidates, Wording wording, List<List<BytesRef>> terms) {
        super(candidates);
        this.wording = wording;
        this.terms = terms;
    }

    @Override
    float cost() {
        return COST;
    }

    @Override
    Look look(LeafReaderContext segment) throws IOException {
        Terms known = segment.reader().terms(Fields.TEXT);
        if (known == null) {
            return doc -> false;
        }
        TermsEnum each = known.iterator();
        List<PostingsEnum[]> words = new ArrayList<>();
        for (List<BytesRef> some : terms) {
            words.add(postings(each, some));
        }
        PostingsEnum[] last = wording.needsEnd() ? postings(each, List.of(LAST)) : new PostingsEnum[0];
        return new Places(words.toArray(PostingsEnum[][]::new), last, DocValues.getBinary(segment.reader(),
                Fields.VALUES));
    }

    private static PostingsEnum[] postings(TermsEnum each, List<BytesRef> terms) throws IOException {
        List<PostingsEnum> found = new ArrayList<>();
        for (BytesRef term : terms) {
            if (each.seekExact(term)) {
                found.add(each.postings(null, PostingsEnum.POSITIONS));
            }
        }
        return found.toArray(PostingsEnum[]::new);
    }

    private final class Places implements Look {

        private static final int ROOM = 64;

        private final PostingsEnum[][] words;
        private final PostingsEnum[] last;
        private final BinaryDocValues values;
        private final ValueBytes.Test[] tests = wording.slots()
                .stream()
                .map(ValueBytes.Test::new)
                .toArray(
                        ValueBytes.Test[]::new);
        private int[] found = new int[ROOM];
        private int count;

        Places(PostingsEnum[][] words, PostingsEnum[] last, BinaryDocValues values) {
            this.words = words;
            this.last = last;
            this.values = values;
        }

        @Override
        public boolean accepts(int doc) throws IOException {
            count = 0;
            int highest = 0;
            for (int word = 0; word < words.length; word++) {
                highest = Math.max(highest, read(words[word], word, doc));
            }
            int end = read(last, words.length, doc) - 1;
            boolean hasValues = tests.length > 0 && values.advanceExact(doc);
            for (int slot = 0; hasValues && slot < tests.length; slot++) {
                highest = Math.max(highest, lastPlace(tests[slot]));
            }
            TurnPlaces turn = new TurnPlaces(end >= 0 ? end : highest, words.length, tests.length);
            for (int i = 0; i < count; i += 2) {
                if (found[i] < words.length) {
                    turn.addWord(found[i], found[i + 1]);
                }
            }
            for (int slot = 0; hasValues && slot < tests.length; slot++) {
                add(turn, slot);
            }
            return wording.holds(turn);
        }

        private int lastPlace(ValueBytes.Test test) throws IOException {
            int[] highest = {0};
            test.find(values.binaryValue(), (first, end) -> {
                highest[0] = Math.max(highest[0], end);
                return true;
            });
            return highest[0];
        }

        private void add(TurnPlaces turn, int slot) throws IOException {
            tests[slot].find(values.binaryValue(), (first, end) -> {
                if (first > 0) {
                    turn.addValue(slot, first, end);
                }
                return true;
            });
        }

        /** Answers with the last place. */
        private int read(PostingsEnum[] terms, int number, int doc) throws IOException {
            int highest = 0;
            for (PostingsEnum term : terms) {
                if (term.docID() < doc) {
                    term.advance(doc);
                }
                if (term.docID() == doc) {
                    for (int left = term.freq(); left > 0; left--) {
                        int place = term.nextPosition();
                        note(number, place);
                        highest = Math.max(highest, place);
                    }
                }
            }
            return highest;
        }

        private void note(int number, int place) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = number;
            found[count++] = place;
        }
    }
}
