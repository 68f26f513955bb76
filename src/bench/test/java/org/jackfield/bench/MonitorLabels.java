package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.query.LabelAsQuery;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/** The reference: Lucene's Monitor with the same definitions as interval queries. */
final class MonitorLabels implements LabelBench.Labels {

    private final List<LabelDefinition> definitions;
    private final Monitor monitor;

    MonitorLabels(List<String> phrases) {
        definitions = OwnLabels.define(phrases);
        try {
            monitor = new Monitor(new StandardAnalyzer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void make() {
        register(definitions);
    }

    @Override
    public void change() {
        register(definitions.subList(0, 1));
    }

    private void register(List<LabelDefinition> some) {
        List<MonitorQuery> queries = new ArrayList<>();
        some.forEach(label -> queries.add(new MonitorQuery(label.label(), LabelAsQuery.of(label))));
        try {
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int label(Transcript call) {
        int hits = 0;
        for (Turn turn : call.turns()) {
            try {
                hits += monitor.match(LabelAsQuery.document(turn), QueryMatch.SIMPLE_MATCHER).getMatchCount();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hits;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
