package org.jackfield.analytics.label.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/**
 * A turn for the index: its words, a token before the first and one after the last, and at the same places what values begin
 * and end there, so that {@code a money value near the word fee} is a question of places. Every word is at the place that the
 * matcher gives it.
 */
final class TurnTokens extends TokenStream {

    static final String BEGIN = "^begin";
    static final String END = "^end";

    private static final int LONGEST = 255;

    private record Token(String text, int step, int start, int end) {}

    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final List<Token> tokens;
    private int at;

    /** @param values those of the whole conversation, or of this turn alone */
    public TurnTokens(Turn turn, List<ExtractedValue> values) {
        Words words = Words.of(turn.text());
        List<List<String>> marks = marks(turn, values, words);
        tokens = new ArrayList<>(words.count() + 2);
        tokens.add(new Token(BEGIN, 1, 0, 0));
        for (int i = 0; i < words.count(); i++) {
            add(words.word(i), 1, words, i);
            for (String mark : marks.get(i)) {
                add(mark, 0, words, i);
            }
        }
        int end = words.count() == 0 ? 0 : words.end(words.count() - 1);
        tokens.add(new Token(END, 1, end, end));
    }

    private void add(String word, int places, Words words, int index) {
        tokens.add(new Token(word.length() > LONGEST ? word.substring(0, LONGEST) : word, places, words.start(index),
                words.end(index)));
    }

    private static List<List<String>> marks(Turn turn, List<ExtractedValue> values, Words words) {
        List<List<String>> marks = new ArrayList<>();
        words.list().forEach(word -> marks.add(new ArrayList<>(0)));
        for (ExtractedValue value : values) {
            for (ExtractedValue.Part part : value.parts()) {
                int first = words.at(part.start());
                if (part.turn() == turn.number() && part.end() > part.start() && first < words.count()
                        && words.start(first) < part.end()) {
                    mark(value, first, Math.min(words.count() - 1, words.at(part.end() - 1)), marks);
                }
            }
        }
        return marks;
    }

    private static void mark(ExtractedValue value, int first, int last, List<List<String>> marks) {
        String type = value.type().word();
        if (first == last) {
            marks.get(first).add("{" + type + "}");
        } else {
            marks.get(first).add("{" + type);
            marks.get(last).add(type + "}");
        }
    }

    @Override
    public boolean incrementToken() {
        if (at == tokens.size()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.get(at++);
        text.append(token.text());
        step.setPositionIncrement(token.step());
        place.setOffset(token.start(), token.end());
        return true;
    }

    @Override
    public void reset() {
        at = 0;
    }
}
