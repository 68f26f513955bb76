package org.jackfield.analytics.redact;

import java.util.List;
import java.util.stream.Collectors;
import org.jackfield.analytics.extract.SaidNumber;

/** Numbers of a turn with no other word between them. */
record Stretch(List<SaidNumber> pieces) {

    Stretch {
        pieces = List.copyOf(pieces);
    }

    int start() {
        return pieces.getFirst().start();
    }

    int end() {
        return pieces.getLast().end();
    }

    String digits() {
        return pieces.stream().map(SaidNumber::digits).collect(Collectors.joining());
    }
}
