package org.jackfield.analytics.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jackfield.analytics.search.SearchPage.Count;
import org.jackfield.analytics.search.SearchPage.Facet;
import org.jackfield.analytics.search.language.Filing;
import org.jackfield.analytics.search.language.Measure;

/** Counts conversations by what they have. */
final class FacetCounter extends SimpleCollector {

    /** Values of one facet that are told. */
    private static final int MOST = 100;

    private static final int STEP = 20;
    private static final int STEPS = 5;

    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    private final List<Column> columns = new ArrayList<>();

    /** One facet in one segment. */
    private interface Column {

        void count(int doc) throws IOException;

        void finish() throws IOException;
    }

    private FacetCounter() {
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    static CollectorManager<FacetCounter, Map<Facet, List<Count>>> manager() {
        return new CollectorManager<>() {
            @Override
            public FacetCounter newCollector() {
                return new FacetCounter();
            }

            @Override
            public Map<Facet, List<Count>> reduce(Collection<FacetCounter> collectors) {
                Map<Facet, List<Count>> all = new EnumMap<>(Facet.class);
                for (Facet facet : Facet.values()) {
                    Map<String, Long> sum = new HashMap<>();
                    collectors.forEach(one -> one.of(facet)
                            .forEach((value, count) -> sum.merge(value, count,
                                    Long::sum)));
                    all.put(facet, sorted(facet, sum));
                }
                return all;
            }
        };
    }

    private Map<String, Long> of(Facet facet) {
        return counts.getOrDefault(facet, Map.of());
    }

    private static List<Count> sorted(Facet facet, Map<String, Long> sum) {
        Comparator<Count> byValue = Comparator.comparing(Count::value);
        Comparator<Count> byCount = Comparator.comparingLong(Count::conversations).reversed();
        return sum.entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(facet == Facet.TALK ? byValue : byCount.thenComparing(byValue))
                .limit(MOST)
                .toList();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        columns.clear();
        columns.add(names(Facet.LABEL, Fields.LABELS, segment));
        columns.add(names(Facet.QUEUE, Fields.of(Filing.QUEUE), segment));
        columns.add(names(Facet.WORKER, Fields.of(Filing.WORKER), segment));
        columns.add(names(Facet.FLOW, Fields.of(Filing.FLOW), segment));
        columns.add(new Shares(of(Facet.TALK), DocValues.getNumeric(segment.reader(), Fields.of(Measure.TALK))));
    }

    private Column names(Facet facet, String field, LeafReaderContext segment) throws IOException {
        return new Names(of(facet), DocValues.getSortedSet(segment.reader(), field));
    }

    @Override
    public void collect(int doc) throws IOException {
        for (Column column : columns) {
            column.count(doc);
        }
    }

    @Override
    public void finish() throws IOException {
        for (Column column : columns) {
            column.finish();
        }
    }

    private static final class Names implements Column {

        private final Map<String, Long> counts;
        private final SortedSetDocValues values;
        private final long[] byNumber;

        Names(Map<String, Long> counts, SortedSetDocValues values) {
            this.counts = counts;
            this.values = values;
            byNumber = new long[(int) values.getValueCount()];
        }

        @Override
        public void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    byNumber[(int) values.nextOrd()]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < byNumber.length; i++) {
                if (byNumber[i] > 0) {
                    counts.merge(values.lookupOrd(i).utf8ToString(), byNumber[i], Long::sum);
                }
            }
        }
    }

    private static final class Shares implements Column {

        private final Map<String, Long> counts;
        private final NumericDocValues values;
        private final long[] bySteps = new long[STEPS];

        Shares(Map<String, Long> counts, NumericDocValues values) {
            this.counts = counts;
            this.values = values;
        }

        @Override
        public void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                bySteps[Math.clamp(values.longValue() / (STEP * Measure.PERCENT), 0, STEPS - 1)]++;
            }
        }

        @Override
        public void finish() {
            for (int i = 0; i < STEPS; i++) {
                if (bySteps[i] > 0) {
                    counts.merge(i * STEP + "-" + (i + 1) * STEP, bySteps[i], Long::sum);
                }
            }
        }
    }
}
