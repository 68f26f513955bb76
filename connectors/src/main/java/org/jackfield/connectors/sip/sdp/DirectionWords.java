package org.jackfield.connectors.sip.sdp;

import java.util.Arrays;
import java.util.Optional;
import org.jackfield.connectors.rtp.Direction;

/** The attributes that say which way media flows, seen by whoever wrote the description (RFC 8866, section 6.7). */
enum DirectionWords {
    SENDRECV("sendrecv", Direction.SEND_RECEIVE, Direction.SEND_RECEIVE),
    SENDONLY("sendonly", Direction.SEND, Direction.RECEIVE),
    RECVONLY("recvonly", Direction.RECEIVE, Direction.SEND),
    INACTIVE("inactive", Direction.INACTIVE, Direction.INACTIVE);

    private final String word;
    private final Direction meaning;
    private final Direction reversed;

    DirectionWords(String word, Direction meaning, Direction reversed) {
        this.word = word;
        this.meaning = meaning;
        this.reversed = reversed;
    }

    static Optional<Direction> meaning(String word) {
        return Arrays.stream(values())
                .filter(entry -> entry.word.equals(word))
                .map(entry -> entry.meaning)
                .findFirst();
    }

    static String word(Direction direction) {
        return of(direction).word;
    }

    /** The same flow seen from the other end. */
    static Direction reversed(Direction direction) {
        return of(direction).reversed;
    }

    private static DirectionWords of(Direction direction) {
        return Arrays.stream(values()).filter(entry -> entry.meaning == direction).findFirst().orElseThrow();
    }
}
