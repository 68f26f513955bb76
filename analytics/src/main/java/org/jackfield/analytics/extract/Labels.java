package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The labels of {@code labels.txt}, their phrases found by first word, and the topics. Immutable. */
final class Labels {

    static final int ANY = 0;
    static final String RESOURCE = "labels.txt";

    private static final Phrase[] NO_PHRASES = {};

    private final Map<String, Label> byName;
    private final List<Map<ValueType, Label>> usual;
    private final Phrase[][] byFirstWord;
    private final Set<Integer> kept;
    private final Set<Integer> closed;

    private Labels(Reader reader, Lexicon lexicon) {
        byName = Map.copyOf(reader.names);
        usual = List.copyOf(reader.usual);
        kept = Set.copyOf(reader.kept);
        closed = Set.copyOf(reader.closed);
        byFirstWord = new Phrase[lexicon.size()][];
        Arrays.fill(byFirstWord, NO_PHRASES);
        for (Phrase phrase : reader.phrases) {
            int first = phrase.words().getFirst().id();
            byFirstWord[first] = Arrays.copyOf(byFirstWord[first], byFirstWord[first].length + 1);
            byFirstWord[first][byFirstWord[first].length - 1] = phrase;
        }
    }

    Phrase[] beginningWith(Word word) {
        return word.id() < 0 ? NO_PHRASES : byFirstWord[word.id()];
    }

    /** The label that values of a type usually have while a topic is talked about. */
    Optional<Label> usual(int topic, ValueType type) {
        return Optional.ofNullable(usual.get(topic).get(type));
    }

    /** Whether a phrase opens its topic while another one is talked about. */
    boolean opens(Phrase phrase, int topic) {
        return phrase.place() != Phrase.Place.WEAK || !kept.contains(topic);
    }

    /** Whether a topic that has dates and times of its own leaves no room for a single word that would give them a general label. */
    boolean isDrownedOut(Phrase phrase, Label label, int topic) {
        boolean dated = label.type() == ValueType.DATE || label.type() == ValueType.TIME;
        return dated && label.topic() == ANY && phrase.words().size() == 1 && closed.contains(topic);
    }

    Label named(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow();
    }

    /** Reads the resource into a lexicon that is still being built; {@link #build} needs the finished one. */
    static final class Reader {

        private final Lexicon.Builder words;
        private final Map<String, Label> names = new HashMap<>();
        private final List<Map<ValueType, Label>> usual = new ArrayList<>();
        private final List<Phrase> phrases = new ArrayList<>();
        private final Set<Integer> kept = new HashSet<>();
        private final Set<Integer> closed = new HashSet<>();

        Reader(Lexicon.Builder words) {
            this.words = words;
            Lexicon.lines(RESOURCE).forEach(this::line);
        }

        Labels build(Lexicon lexicon) {
            return new Labels(this, lexicon);
        }

        private void line(String line) {
            int colon = line.indexOf(':');
            String[] head = line.substring(0, colon).split(" ", -1);
            String[] cells = line.substring(colon + 1).split("\\|", -1);
            if (head[0].equals("topic")) {
                usual.add(new HashMap<>());
                if (head[1].contains("!")) {
                    kept.add(usual.size() - 1);
                }
                if (head[1].contains("=")) {
                    closed.add(usual.size() - 1);
                }
                Arrays.stream(cells).map(String::strip).filter(cell -> !cell.isEmpty()).forEach(this::opening);
                return;
            }
            Label label = new Label(head[0], ValueType.valueOf(head[1].toUpperCase(java.util.Locale.ROOT)),
                    head.length > 2 ? Integer.parseInt(head[2]) : 0, usual.size() - 1);
            names.putIfAbsent(label.name(), label);
            Arrays.stream(cells).map(String::strip).forEach(cell -> phrase(label, cell));
        }

        private void opening(String text) {
            boolean weak = text.startsWith("~");
            phrases.add(new Phrase(words(weak ? text.substring(1) : text), null, usual.size() - 1,
                    weak ? Phrase.Place.WEAK : Phrase.Place.NEAR));
        }

        private void phrase(Label label, String cell) {
            if (cell.equals("*")) {
                usual.getLast().put(label.type(), label);
                return;
            }
            Phrase.Place place = switch (cell.charAt(0)) {
                case '<' -> Phrase.Place.RIGHT_BEFORE_IT;
                case '>' -> Phrase.Place.RIGHT_BEHIND_IT;
                case '~' -> Phrase.Place.WEAK;
                default -> Phrase.Place.NEAR;
            };
            String text = place == Phrase.Place.NEAR ? cell : cell.substring(1);
            phrases.add(new Phrase(words(text), label, label.topic(), place));
        }

        private List<Word> words(String text) {
            return Arrays.stream(text.split(" ", -1)).map(words::word).toList();
        }
    }
}
