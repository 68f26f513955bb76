package org.jackfield.analytics.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jackfield.analytics.search.language.Filing;
import org.jackfield.analytics.search.language.Measure;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/** Reads what is shown of the conversations of a page. */
final class HitReader {

    private static final BytesRef NO_VALUES = new BytesRef();

    private final IndexSearcher searcher;
    private final Blocks blocks;
    private final int most;
    private final List<Why> reasons = new ArrayList<>();

    private record Why(Weight turns, Question question) {}

    /** @param most turns that are shown of a conversation */
    HitReader(IndexSearcher searcher, Blocks blocks, List<QueryCompiler.Shown> shown, int most) throws IOException {
        this.searcher = searcher;
        this.blocks = blocks;
        this.most = most;
        for (QueryCompiler.Shown each : shown) {
            reasons.add(new Why(searcher.createWeight(searcher.rewrite(each.turns()), ScoreMode.COMPLETE_NO_SCORES, 1),
                    each.question()));
        }
    }

    /** In the order in which they are told. */
    List<Hit> read(ScoreDoc[] found) throws IOException {
        int[] docs = Arrays.stream(found).mapToInt(doc -> doc.doc).sorted().toArray();
        Map<Integer, Hit> hits = new HashMap<>();
        int at = 0;
        while (at < docs.length) {
            LeafReaderContext segment = searcher.getLeafContexts()
                    .get(ReaderUtil.subIndex(docs[at], searcher.getLeafContexts()));
            int begin = at;
            while (at < docs.length && docs[at] < segment.docBase + segment.reader().maxDoc()) {
                at++;
            }
            new Segment(segment).read(Arrays.copyOfRange(docs, begin, at), hits);
        }
        return Arrays.stream(found).map(doc -> Objects.requireNonNull(hits.get(doc.doc))).toList();
    }

    private final class Segment {

        private final LeafReaderContext segment;
        private final FixedBitSet wholes;
        private final BinaryDocValues said;
        private final BinaryDocValues values;
        private final SortedSetDocValues labels;
        private final Map<Filing, SortedDocValues> filed = new HashMap<>();
        private final NumericDocValues starts;
        private final NumericDocValues durations;
        private final List<DocIdSetIterator> turns = new ArrayList<>();

        Segment(LeafReaderContext segment) throws IOException {
            this.segment = segment;
            wholes = blocks.of(segment.reader());
            said = DocValues.getBinary(segment.reader(), Fields.TURN);
            values = DocValues.getBinary(segment.reader(), Fields.VALUES);
            labels = DocValues.getSortedSet(segment.reader(), Fields.LABELS);
            for (Filing filing : Filing.values()) {
                filed.put(filing, DocValues.getSorted(segment.reader(), Fields.of(filing)));
            }
            starts = DocValues.getNumeric(segment.reader(), Fields.of(Measure.STARTED));
            durations = DocValues.getNumeric(segment.reader(), Fields.of(Measure.DURATION));
            for (Why why : reasons) {
                Scorer scorer = why.turns().scorer(segment);
                turns.add(scorer == null ? DocIdSetIterator.empty() : scorer.iterator());
            }
        }

        void read(int[] docs, Map<Integer, Hit> hits) throws IOException {
            for (int doc : docs) {
                hits.put(doc, hit(doc - segment.docBase));
            }
        }

        private Hit hit(int whole) throws IOException {
            SortedMap<Integer, List<Question>> matching = matching(whole);
            List<Hit.Turn> shown = new ArrayList<>();
            for (Map.Entry<Integer, List<Question>> turn : matching.entrySet()) {
                if (shown.size() == most) {
                    break;
                }
                shown.add(turn(turn.getKey(), turn.getValue()));
            }
            return new Hit(filed(Filing.CONVERSATION, whole).orElse(""),
                    new Conversation.Filed(filed(Filing.CALL, whole), filed(Filing.QUEUE, whole), filed(
                            Filing.WORKER, whole), filed(Filing.FLOW, whole)),
                    Instant.ofEpochMilli(starts.advanceExact(whole) ? starts.longValue() : 0),
                    Duration.ofMillis(durations.advanceExact(whole) ? durations.longValue() : 0), labels(whole),
                    matching.size(), shown);
        }

        private SortedMap<Integer, List<Question>> matching(int whole) throws IOException {
            SortedMap<Integer, List<Question>> matching = new TreeMap<>();
            int first = Blocks.first(wholes, whole);
            for (int i = 0; i < turns.size(); i++) {
                DocIdSetIterator turn = turns.get(i);
                int doc = turn.docID() < first ? turn.advance(first) : turn.docID();
                for (; doc < whole; doc = turn.nextDoc()) {
                    matching.computeIfAbsent(doc, none -> new ArrayList<>()).add(reasons.get(i).question());
                }
            }
            return matching;
        }

        private Hit.Turn turn(int doc, List<Question> questions) throws IOException {
            if (!said.advanceExact(doc)) {
                throw new CorruptIndexException("a turn without its text: " + doc, "turns");
            }
            Turn turn = TurnBytes.read(said.binaryValue());
            BytesRef bytes = values.advanceExact(doc) ? values.binaryValue() : NO_VALUES;
            List<Hit.Span> spans = new Highlighter(Words.of(turn.text()), bytes).spans(questions);
            Excerpt excerpt = Excerpt.of(turn.text(), spans);
            return new Hit.Turn(turn.number(), turn.speaker(), excerpt.text(), excerpt.from(), excerpt.spans(), at(turn,
                    spans));
        }

        private Optional<String> filed(Filing filing, int whole) throws IOException {
            SortedDocValues names = Objects.requireNonNull(filed.get(filing));
            return names.advanceExact(whole)
                    ? Optional.of(names.lookupOrd(names.ordValue()).utf8ToString())
                    : Optional.empty();
        }

        private List<String> labels(int whole) throws IOException {
            List<String> names = new ArrayList<>();
            if (labels.advanceExact(whole)) {
                for (int left = labels.docValueCount(); left > 0; left--) {
                    names.add(labels.lookupOrd(labels.nextOrd()).utf8ToString());
                }
            }
            return names;
        }
    }

    /** Words are taken to come at an even pace. */
    private static Optional<Long> at(Turn turn, List<Hit.Span> spans) {
        int first = spans.isEmpty() ? 0 : spans.getFirst().start();
        int length = Math.max(1, turn.text().length());
        return turn.time().map(time -> time.start() + (time.end() - time.start()) * first / length);
    }
}
