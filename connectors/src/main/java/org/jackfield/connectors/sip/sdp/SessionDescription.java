package org.jackfield.connectors.sip.sdp;

import java.util.List;
import java.util.Optional;
import org.jackfield.connectors.rtp.Direction;

/** What a description says that matters here (RFC 8866, section 5). The connection address is the one at session level. */
record SessionDescription(Origin origin, Optional<String> connection, Optional<Direction> direction,
        List<MediaDescription> media) {

    SessionDescription {
        media = List.copyOf(media);
    }

    /** The {@code o=} line: who made it and which version it is. */
    record Origin(String username, String id, String version, String address) {}
}
