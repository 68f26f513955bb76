package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.analytics.extract.SaidNumber;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Words;

/**
 * A turn as it is searched for secrets.
 *
 * @param place its place in the conversation, from zero
 * @param stretches the numbers that may be secret, in order
 * @param cues what is asked for or announced, in order
 */
record HeardTurn(int place, Speaker speaker, Words words, List<Stretch> stretches, List<Cue> cues) {

    HeardTurn {
        stretches = List.copyOf(stretches);
        cues = List.copyOf(cues);
    }

    /** Puts pieces together that have no word between them. */
    static List<Stretch> stretches(List<SaidNumber> pieces) {
        List<Stretch> stretches = new ArrayList<>();
        List<SaidNumber> open = new ArrayList<>();
        for (SaidNumber piece : pieces) {
            if (piece.words() > 0 && !open.isEmpty()) {
                stretches.add(new Stretch(open));
                open.clear();
            }
            open.add(piece);
        }
        if (!open.isEmpty()) {
            stretches.add(new Stretch(open));
        }
        return stretches;
    }

    boolean hasNumbers() {
        return !stretches.isEmpty();
    }

    /** How many words begin between two places. */
    int wordsBetween(int from, int to) {
        return Math.max(0, words.at(Math.max(0, to - 1)) - words.at(from));
    }

    /** The first word behind a place, or nothing. */
    String wordBehind(int place) {
        int at = words.at(place);
        return at < words.count() ? words.word(at) : "";
    }
}
