package org.jackfield.analytics.search;

import org.jackfield.analytics.search.language.Filing;
import org.jackfield.analytics.search.language.Measure;

/** Names of the index. A change of what is in a field is a new {@link #FORMAT}, and the index is made again. */
final class Fields {

    static final String FORMAT = "v1";

    static final String KIND = "kind";
    static final String TURN = "turn";
    static final String CONVERSATION = "conversation";
    static final String SID = "sid";

    static final String TEXT = "text";
    static final String SPEAKER = "speaker";
    static final String LABEL = "label";
    static final String VALUE = "value";
    static final String VALUES = "values";
    static final String LABELS = "labels";

    /** A token behind the last word of each turn, which no word can be. */
    static final String LAST = "$end";

    /** Characters of a word that count. */
    static final int LONGEST_WORD = 255;

    private Fields() {}

    static String of(Measure measure) {
        return measure.word();
    }

    static String of(Filing filing) {
        return "filed." + filing.word();
    }

    static String cut(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }
}
