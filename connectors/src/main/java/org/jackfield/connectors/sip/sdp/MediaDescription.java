package org.jackfield.connectors.sip.sdp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.connectors.rtp.Direction;

/**
 * One {@code m=} section. {@code encodings} are the {@code a=rtpmap} lines, payload type to encoding name and clock rate;
 * {@code packetTime} is in milliseconds.
 */
record MediaDescription(String type, int port, String protocol, List<String> formats, Optional<String> connection,
        Optional<Direction> direction, Map<Integer, String> encodings, Optional<RtcpPlace> rtcp,
        OptionalInt packetTime) {

    private static final String TELEPHONE_EVENT = "telephone-event/8000";
    private static final int FIRST_DYNAMIC_TYPE = 96;
    private static final int LAST_DYNAMIC_TYPE = 127;

    /** Where RTCP goes when it is not the next port (RFC 3605). */
    record RtcpPlace(int port, Optional<String> address) {}

    MediaDescription {
        formats = List.copyOf(formats);
        encodings = Map.copyOf(encodings);
    }

    boolean isUsableAudio() {
        return "audio".equals(type) && "RTP/AVP".equals(protocol) && port != 0 && codec().isPresent();
    }

    /** The first format, in the order of preference that was given, that is a codec of ours under its static type. */
    Optional<Codec> codec() {
        return payloadTypes().flatMap(type -> codecOf(type).stream()).findFirst();
    }

    /** The payload type of named events at 8,000 Hz (RFC 4733), when they are there. */
    OptionalInt telephoneEvent() {
        return payloadTypes()
                .filter(type -> type >= FIRST_DYNAMIC_TYPE && type <= LAST_DYNAMIC_TYPE)
                .filter(type -> TELEPHONE_EVENT.equals(encodings.getOrDefault(type, "").toLowerCase(Locale.ROOT)))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Stream<Integer> payloadTypes() {
        return formats.stream().filter(format -> format.matches("[0-9]{1,3}")).map(Integer::valueOf);
    }

    private Optional<Codec> codecOf(int type) {
        return Arrays.stream(Codec.values())
                .filter(codec -> codec.payloadType() == type)
                .filter(codec -> encodings.getOrDefault(type, codec.name())
                        .toUpperCase(Locale.ROOT)
                        .startsWith(codec.name()))
                .findFirst();
    }
}
