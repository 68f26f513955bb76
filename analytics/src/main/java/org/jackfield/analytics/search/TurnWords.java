package org.jackfield.analytics.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jackfield.analytics.transcript.Words;

/**
 * The words of one turn after the other for the index: the first lies at place 1; behind the last comes a token that tells where the turn
 * ends. Not safe for use by several threads.
 */
final class TurnWords extends TokenStream {

    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Words words = Words.of("");
    private int at;

    /** Goes on with another turn; the one before must have been taken in. */
    TurnWords of(Words next) {
        words = next;
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (at > words.count()) {
            return false;
        }
        clearAttributes();
        // The first position of a field is one less than its first step.
        step.setPositionIncrement(at == 0 ? 2 : 1);
        text.append(at == words.count() ? Fields.LAST : Fields.cut(words.word(at)));
        at++;
        return true;
    }

    @Override
    public void reset() {
        at = 0;
    }
}
