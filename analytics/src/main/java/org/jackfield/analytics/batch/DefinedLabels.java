package org.jackfield.analytics.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.extract.Extractor;
import org.jackfield.analytics.label.KnownLabelsReader;
import org.jackfield.analytics.label.Labeller;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.learn.KnownLabels;

/** Labels by definitions, those of a file or those that come with the product, and by what is learned from conversations. */
final class DefinedLabels implements Labelling {

    @Override
    public LabelSource open(Optional<Path> definitions, List<Path> training) throws IOException {
        Labeller defined = Labeller.of(definitions(definitions));
        Labeller labeller = training.isEmpty() ? defined : defined.trained(known(training));
        return (transcript, values) -> labeller.label(transcript, values)
                .stream()
                .map(placed -> new LabelSource.Placed(placed.label(), placed.turn()))
                .toList();
    }

    private static List<LabelDefinition> definitions(Optional<Path> file) throws IOException {
        return file.isPresent() ? Labeller.read(file.get()) : Labeller.shipped();
    }

    private static List<KnownLabels> known(List<Path> files) throws IOException {
        Extractor extractor = new Extractor();
        KnownLabelsReader reader = new KnownLabelsReader(transcript -> extractor.extract(transcript).values());
        List<KnownLabels> known = new ArrayList<>();
        for (Path file : files) {
            known.addAll(reader.read(file));
        }
        return known;
    }
}
