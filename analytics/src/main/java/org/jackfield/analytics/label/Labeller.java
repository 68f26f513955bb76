package org.jackfield.analytics.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.define.DefinitionReader;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.learn.KnownLabels;
import org.jackfield.analytics.label.learn.Model;
import org.jackfield.analytics.label.learn.Trainer;
import org.jackfield.analytics.label.match.Evidence;
import org.jackfield.analytics.label.match.LabelSet;
import org.jackfield.analytics.label.match.Match;
import org.jackfield.analytics.transcript.Transcript;

/**
 * Puts labels on the turns of conversations: by definitions alone, or together with what was learned from conversations whose
 * labels are known. Immutable and safe for use by several threads.
 */
public final class Labeller {

    private static final String SHIPPED = "definitions.json";

    private final LabelSet labels;
    private final Optional<Model> model;

    private Labeller(LabelSet labels, Optional<Model> model) {
        this.labels = labels;
        this.model = model;
    }

    /** The definitions that come with the product. */
    public static List<LabelDefinition> shipped() {
        try (InputStream json = Objects.requireNonNull(Labeller.class.getResourceAsStream(SHIPPED))) {
            return DefinitionReader.read(json);
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED, e);
        }
    }

    /**
     * Definitions of a file.
     *
     * @throws org.jackfield.analytics.label.define.InvalidDefinitionsException something is wrong with them
     */
    public static List<LabelDefinition> read(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return DefinitionReader.read(json);
        }
    }

    /** By definitions alone. */
    public static Labeller of(List<LabelDefinition> definitions) {
        return of(LabelSet.empty().with(definitions));
    }

    /** By one version of a tenant's labels. */
    public static Labeller of(LabelSet labels) {
        return new Labeller(labels, Optional.empty());
    }

    /** By the same definitions, and by what these conversations teach; takes seconds for ten thousand turns. */
    public Labeller trained(List<KnownLabels> conversations) {
        Trainer trainer = new Trainer(List.copyOf(labels.names()));
        conversations.forEach(known -> trainer.add(known, labels.match(known.transcript(), known.values())));
        return new Labeller(labels, Optional.of(trainer.train()));
    }

    /** In the order of the turns. Of values those of the whole conversation are wanted. */
    public List<PlacedLabel> label(Transcript transcript, List<ExtractedValue> values) {
        List<Match> matches = labels.match(transcript, values);
        return model.map(learned -> voted(transcript, matches, learned.vote(transcript, values, matches)))
                .orElseGet(() -> ruled(transcript, matches));
    }

    private static List<PlacedLabel> ruled(Transcript transcript, List<Match> matches) {
        return matches.stream()
                .map(match -> new PlacedLabel(match.label(), transcript.turns().get(match.turn()).number(), true, 1,
                        match.evidence(), List.of()))
                .toList();
    }

    private static List<PlacedLabel> voted(Transcript transcript, List<Match> matches, List<Model.Vote> votes) {
        Map<String, List<Evidence>> evidence = new HashMap<>();
        matches.forEach(match -> evidence.put(match.turn() + match.label(), match.evidence()));
        List<PlacedLabel> placed = new ArrayList<>();
        for (Model.Vote vote : votes) {
            placed.add(new PlacedLabel(vote.label(), transcript.turns().get(vote.turn()).number(), vote.byRule(),
                    vote.confidence(), evidence.getOrDefault(vote.turn() + vote.label(), List.of()), vote.reasons()));
        }
        return placed;
    }
}
