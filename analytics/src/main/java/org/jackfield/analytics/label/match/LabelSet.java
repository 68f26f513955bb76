package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/**
 * One version of a tenant's labels, compiled. Immutable and safe for use by several threads; a change makes the next version
 * and compiles only what is new in it.
 */
public final class LabelSet {

    private final long version;
    private final Map<String, CompiledLabel> labels;
    private final List<CompiledLabel> ordered;
    private final Map<CompiledPhrase, Integer> owners;
    private final PhraseIndex index;
    private final Vocabulary vocabulary;
    private final Coder coder;

    private LabelSet(long version, Map<String, CompiledLabel> labels, PhraseIndex index, Vocabulary vocabulary) {
        this.version = version;
        this.labels = labels;
        this.index = index;
        this.vocabulary = vocabulary;
        coder = new Coder(vocabulary);
        ordered = List.copyOf(labels.values());
        owners = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            int order = i;
            ordered.get(i).phrases().forEach(phrase -> owners.put(phrase, order));
        }
    }

    /** Version 0: no labels. */
    public static LabelSet empty() {
        return new LabelSet(0, Map.of(), PhraseIndex.EMPTY, new Vocabulary());
    }

    public long version() {
        return version;
    }

    public Set<String> names() {
        return labels.keySet();
    }

    /**
     * What cannot be missing in a conversation that has one of the labels, one of them at least: words, beginnings of words
     * ({@code cancel*}), types of values ({@code {money}}), or a sign that begins with {@code ^} and is always there.
     */
    public Set<String> cues() {
        Set<String> cues = new HashSet<>();
        ordered.forEach(label -> label.phrases().forEach(phrase -> cues.addAll(phrase.cues())));
        return cues;
    }

    /** Adds definitions; one whose name is known takes the old one's place. */
    public LabelSet with(Collection<LabelDefinition> definitions) {
        return changed(Set.of(), definitions);
    }

    /** Leaves labels out; a name that is not known is no error. */
    public LabelSet without(Collection<String> names) {
        return changed(names, List.of());
    }

    private LabelSet changed(Collection<String> names, Collection<LabelDefinition> definitions) {
        Map<String, CompiledLabel> next = new LinkedHashMap<>(labels);
        List<CompiledPhrase> gone = new ArrayList<>();
        List<CompiledPhrase> come = new ArrayList<>();
        for (String name : names) {
            CompiledLabel removed = next.remove(name);
            gone.addAll(removed == null ? List.of() : removed.phrases());
        }
        for (LabelDefinition definition : definitions) {
            CompiledLabel compiled = new CompiledLabel(definition, vocabulary);
            CompiledLabel replaced = next.put(definition.label(), compiled);
            gone.addAll(replaced == null ? List.of() : replaced.phrases());
            come.addAll(compiled.phrases());
        }
        return new LabelSet(version + 1, next, index.changed(gone, come, vocabulary.count()), vocabulary);
    }

    /** Every label of every turn, in the order of the turns and of the definitions. */
    public List<Match> match(Transcript transcript, List<ExtractedValue> values) {
        Scene scene = scene(transcript, values);
        List<Match> matches = new ArrayList<>();
        Set<CompiledLabel> placed = new HashSet<>();
        List<BitSet> candidates = candidates(scene);
        for (int turn = 0; turn < scene.count(); turn++) {
            int here = turn;
            candidates.get(turn)
                    .stream()
                    .mapToObj(ordered::get)
                    .forEach(
                            label -> tryOut(label, scene, here, placed).ifPresent(matches::add));
        }
        return matches;
    }

    private Scene scene(Transcript transcript, List<ExtractedValue> values) {
        Map<Integer, List<ExtractedValue>> byTurn = new LinkedHashMap<>();
        for (ExtractedValue value : values) {
            Set<Integer> turns = new LinkedHashSet<>();
            value.parts().forEach(part -> turns.add(part.turn()));
            turns.forEach(turn -> byTurn.computeIfAbsent(turn, none -> new ArrayList<>()).add(value));
        }
        List<PlacedWords> words = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            words.add(coder.code(turn, byTurn.getOrDefault(turn.number(), List.of())));
        }
        return new Scene(transcript.turns(), words, words.stream().map(index::find).toList());
    }

    private static Optional<Match> tryOut(CompiledLabel label, Scene scene, int turn, Set<CompiledLabel> placed) {
        boolean isLate = label.definition().onlyFirst() && placed.contains(label);
        Trail trail = new Trail();
        if (isLate || !label.rule().holds(scene, turn, trail)) {
            return Optional.empty();
        }
        placed.add(label);
        return Optional.of(new Match(label.definition().label(), turn, evidence(scene, trail)));
    }

    /** For each turn the labels that may be on it. */
    private List<BitSet> candidates(Scene scene) {
        BitSet everywhere = new BitSet();
        List<BitSet> candidates = new ArrayList<>();
        for (Map<CompiledPhrase, List<Span>> found : scene.found()) {
            BitSet here = new BitSet();
            for (CompiledPhrase phrase : found.keySet()) {
                int owner = Objects.requireNonNull(owners.get(phrase));
                (ordered.get(owner).isHeardInTurn() ? here : everywhere).set(owner);
            }
            candidates.add(here);
        }
        candidates.forEach(here -> here.or(everywhere));
        return candidates;
    }

    private static List<Evidence> evidence(Scene scene, Trail trail) {
        return trail.steps().stream().map(step -> evidence(scene, step)).toList();
    }

    private static Evidence evidence(Scene scene, Trail.Step step) {
        PlacedWords words = scene.words().get(step.turn());
        List<Evidence.Place> places = step.phrase()
                .spoken(words, step.span())
                .stream()
                .filter(words::isWord)
                .map(place -> new Evidence.Place(words.start(place), words.end(place)))
                .toList();
        return new Evidence(scene.turns().get(step.turn()).number(), step.phrase().text(),
                words.start(step.span().first()), words.end(step.span().last()), places);
    }
}
