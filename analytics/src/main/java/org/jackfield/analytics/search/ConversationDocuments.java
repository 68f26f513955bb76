package org.jackfield.analytics.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.search.language.Filing;
import org.jackfield.analytics.search.language.Measure;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/**
 * A conversation as documents: one a turn, in order, and behind them one of the whole. They stay side by side in the index, so that the
 * distance of two turns is the distance of their numbers there.
 */
final class ConversationDocuments {

    private static final FieldType WORDS = words();

    private ConversationDocuments() {}

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    /**
     * Each is made when it is asked for, and must be taken in before the next is.
     *
     * @param words to tell the words of each
     */
    static Iterable<Document> of(Conversation conversation, TurnWords words) {
        Map<Integer, Set<String>> labels = conversation.labels()
                .stream()
                .collect(Collectors.groupingBy(Conversation.Label::turn, Collectors.mapping(Conversation.Label::name,
                        Collectors.toSet())));
        Map<Integer, List<ExtractedValue>> values = new HashMap<>();
        for (ExtractedValue value : conversation.values()) {
            Set<Integer> turns = new LinkedHashSet<>();
            value.parts().forEach(part -> turns.add(part.turn()));
            turns.forEach(turn -> values.computeIfAbsent(turn, none -> new ArrayList<>()).add(value));
        }
        return () -> Stream.concat(conversation.turns()
                .stream()
                .map(turn -> turn(conversation, turn, labels.getOrDefault(turn.number(), Set.of()), values.getOrDefault(
                        turn.number(), List.of()), words)),
                Stream.of(whole(conversation))).iterator();
    }

    private static Document turn(Conversation conversation, Turn turn, Set<String> labels, List<ExtractedValue> values,
            TurnWords stream) {
        Words words = Words.of(turn.text());
        Document document = new Document();
        document.add(term(Fields.KIND, Fields.TURN));
        document.add(term(Fields.SID, conversation.sid()));
        document.add(new Field(Fields.TEXT, stream.of(words), WORDS));
        document.add(term(Fields.SPEAKER, turn.speaker().word()));
        labels.forEach(label -> document.add(term(Fields.LABEL, Fields.cut(label))));
        if (!values.isEmpty()) {
            Set<String> terms = new TreeSet<>();
            values.forEach(value -> {
                terms.add(value.type().word());
                value.label().ifPresent(label -> terms.add(Fields.cut(value.type().word() + "(" + label + ")")));
            });
            terms.forEach(value -> document.add(term(Fields.VALUE, value)));
            document.add(new BinaryDocValuesField(Fields.VALUES, ValueBytes.write(turn.number(), words, values)));
        }
        document.add(new BinaryDocValuesField(Fields.TURN, TurnBytes.write(turn)));
        return document;
    }

    private static Document whole(Conversation conversation) {
        Document document = new Document();
        document.add(term(Fields.KIND, Fields.CONVERSATION));
        document.add(new StringField(Fields.SID, conversation.sid(), Field.Store.NO));
        measure(document, Measure.STARTED, conversation.start().toEpochMilli());
        measure(document, Measure.DURATION, conversation.duration().toMillis());
        measure(document, Measure.SILENCE, conversation.longestSilence().toMillis());
        conversation.talkShare()
                .ifPresent(share -> measure(document, Measure.TALK, Math.round(share * Measure.PERCENT)));
        file(document, Filing.CALL, conversation.filed().call());
        file(document, Filing.QUEUE, conversation.filed().queue());
        file(document, Filing.WORKER, conversation.filed().worker());
        file(document, Filing.FLOW, conversation.filed().flow());
        file(document, Filing.CONVERSATION, Optional.of(conversation.sid()));
        conversation.labels()
                .stream()
                .map(label -> Fields.cut(label.name()))
                .distinct()
                .forEach(label -> document.add(new SortedSetDocValuesField(Fields.LABELS, new BytesRef(label))));
        return document;
    }

    private static void measure(Document document, Measure measure, long number) {
        document.add(new LongPoint(Fields.of(measure), number));
        document.add(new NumericDocValuesField(Fields.of(measure), number));
    }

    private static void file(Document document, Filing filing, Optional<String> name) {
        name.map(Fields::cut)
                .ifPresent(known -> {
                    document.add(term(Fields.of(filing), known.toLowerCase(Locale.ROOT)));
                    document.add(new SortedDocValuesField(Fields.of(filing), new BytesRef(known)));
                });
    }

    private static StringField term(String field, String text) {
        return new StringField(field, text, Field.Store.NO);
    }
}
