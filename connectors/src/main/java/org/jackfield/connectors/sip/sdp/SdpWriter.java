package org.jackfield.connectors.sip.sdp;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.connectors.rtp.Direction;

/** Writes our descriptions and counts their versions. */
final class SdpWriter {

    private static final int TELEPHONE_EVENT = 101;
    private static final int PACKET_TIME = 20;
    private static final String ONE_WAY = "(?<=a=)(sendonly|recvonly|inactive)(?=\r\n)";

    private final InetSocketAddress local;
    private final long id;
    private String last = "";
    private OptionalInt events = OptionalInt.of(TELEPHONE_EVENT);
    private long version;

    SdpWriter(InetSocketAddress local, long id) {
        this.local = local;
        this.id = id;
        this.version = id;
    }

    /** The payload type that we said we receive named events under. */
    OptionalInt telephoneEvent() {
        return events;
    }

    /** Everything that we can; later what was settled, with media both ways, in as many sections (RFC 3264, section 8). */
    String offer() {
        return description(last.isEmpty()
                ? section(Arrays.asList(Codec.values()), Direction.SEND_RECEIVE)
                : last.replaceFirst(ONE_WAY, DirectionWords.word(Direction.SEND_RECEIVE)));
    }

    /** The last description once more, with its version. */
    String repeat() {
        return description(last);
    }

    /** Every section of the offer gets one in the answer, in its order; those we do not take have port 0. */
    String answer(List<MediaDescription> offered, int taken, MediaAgreement settled) {
        events = offered.get(taken).telephoneEvent();
        return description(IntStream.range(0, offered.size())
                .mapToObj(index -> index == taken ? voice(settled) : refused(offered.get(index)))
                .collect(Collectors.joining()));
    }

    private static String refused(MediaDescription section) {
        return "m=" + section.type() + " 0 " + section.protocol() + " " + String.join(" ", section.formats()) + "\r\n";
    }

    private String voice(MediaAgreement settled) {
        return section(List.of(settled.remote().codec()), settled.remote().direction());
    }

    private String section(List<Codec> codecs, Direction direction) {
        StringBuilder text = new StringBuilder("m=audio ").append(local.getPort()).append(" RTP/AVP");
        codecs.forEach(codec -> text.append(' ').append(codec.payloadType()));
        events.ifPresent(type -> text.append(' ').append(type));
        text.append("\r\n");
        codecs.forEach(codec -> text.append("a=rtpmap:%d %s/8000\r\n".formatted(codec.payloadType(), codec)));
        events.ifPresent(type -> text.append("a=rtpmap:%d telephone-event/8000\r\n".formatted(type))
                .append("a=fmtp:%d 0-15\r\n".formatted(type)));
        return text.append("a=ptime:%d\r\na=rtcp:%d\r\n".formatted(PACKET_TIME, local.getPort() + 1))
                .append("a=%s\r\n".formatted(DirectionWords.word(direction)))
                .toString();
    }

    private String description(String media) {
        if (!last.isEmpty() && !media.equals(last)) {
            version++;
        }
        last = media;
        String place = (local.getAddress() instanceof Inet6Address ? "IP6 " : "IP4 ")
                + local.getAddress().getHostAddress();
        return "v=0\r\no=jackfield %d %d IN %s\r\ns=-\r\nc=IN %s\r\nt=0 0\r\n%s".formatted(id, version, place, place,
                media);
    }
}
