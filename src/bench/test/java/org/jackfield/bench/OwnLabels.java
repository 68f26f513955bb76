package org.jackfield.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.analytics.label.define.DefinitionReader;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.LabelSet;
import org.jackfield.analytics.transcript.Transcript;

/** The product's matcher, a whole conversation at a time, with its explanations. */
final class OwnLabels implements LabelBench.Labels {

    private final List<LabelDefinition> definitions;
    private LabelSet labels = LabelSet.empty();

    OwnLabels(List<String> phrases) {
        definitions = define(phrases);
    }

    static List<LabelDefinition> define(List<String> phrases) {
        String json = IntStream.range(0, phrases.size())
                .mapToObj(i -> "{\"label\": \"l" + i + "\", \"when\": \"" + phrases.get(i) + "\"}")
                .collect(Collectors.joining(",", "{\"labels\": [", "]}"));
        try {
            return DefinitionReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void make() {
        labels = labels.with(definitions);
    }

    @Override
    public void change() {
        labels = labels.with(definitions.subList(0, 1));
    }

    @Override
    public int label(Transcript call) {
        return labels.match(call, List.of()).size();
    }

    @Override
    public void close() {
        labels = LabelSet.empty();
    }
}
