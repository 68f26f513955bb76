package org.jackfield.connectors.sip.sdp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.connectors.rtp.Direction;
import org.jackfield.connectors.sip.sdp.MediaDescription.RtcpPlace;

/** Reads one {@code m=} section. */
final class MediaReader {

    private static final int MOST_FORMATS = 64;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_PACKET = 200;
    private static final Pattern MEDIA = Pattern
            .compile("([a-z]{1,32}) ([0-9]{1,5})(/[0-9]{1,3})? (\\S{1,64})((?: \\S{1,64})+) ?");
    private static final Pattern RTPMAP = Pattern
            .compile("rtpmap:([0-9]{1,3}) ([A-Za-z0-9_.\\-]{1,64}/[0-9]{1,6}(?:/[0-9]{1,2})?) ?");
    private static final Pattern RTCP = Pattern.compile("rtcp:([0-9]{1,5})(?: IN IP[46] ([0-9A-Za-z.:\\-]{1,255}))?");
    private static final Pattern PACKET_TIME = Pattern.compile("ptime:([0-9]{1,5})(?:\\.[0-9]{1,5})?");

    private final String type;
    private final int port;
    private final String protocol;
    private final List<String> formats;
    private final Map<Integer, String> encodings = new HashMap<>();
    private Optional<String> connection = Optional.empty();
    private Optional<Direction> direction = Optional.empty();
    private Optional<RtcpPlace> rtcp = Optional.empty();
    private OptionalInt packetTime = OptionalInt.empty();

    private MediaReader(Matcher form, List<String> formats) throws SdpException {
        this.type = form.group(1);
        this.port = port(form.group(2));
        this.protocol = form.group(4);
        this.formats = formats;
    }

    static MediaReader start(String value) throws SdpException {
        Matcher form = MEDIA.matcher(value);
        if (!form.matches()) {
            throw SdpException.malformed("m= is not TYPE PORT PROTOCOL FORMAT...");
        }
        List<String> formats = Arrays.stream(form.group(5).strip().split(" ", -1)).toList();
        if (formats.size() > MOST_FORMATS) {
            throw SdpException.malformed("more than " + MOST_FORMATS + " formats");
        }
        return new MediaReader(form, formats);
    }

    void connection(Optional<String> address) {
        connection = address;
    }

    void direction(Optional<Direction> flow) {
        direction = flow;
    }

    void attribute(String value) throws SdpException {
        if (value.startsWith("rtpmap:")) {
            rtpmap(value);
        } else if (value.startsWith("ptime:")) {
            packetTime(value);
        } else if (value.startsWith("rtcp:")) {
            rtcp(value);
        }
    }

    private void rtpmap(String value) throws SdpException {
        Matcher form = RTPMAP.matcher(value);
        if (!form.matches() || encodings.size() == MOST_FORMATS) {
            throw SdpException.malformed("a=rtpmap is not TYPE NAME/RATE");
        }
        encodings.put(Integer.valueOf(form.group(1)), form.group(2));
    }

    private void packetTime(String value) throws SdpException {
        Matcher form = PACKET_TIME.matcher(value);
        if (!form.matches()) {
            throw SdpException.malformed("a=ptime is not a number");
        }
        int time = Integer.parseInt(form.group(1));
        packetTime = time > 0 && time <= LONGEST_PACKET ? OptionalInt.of(time) : OptionalInt.empty();
    }

    private void rtcp(String value) throws SdpException {
        Matcher form = RTCP.matcher(value);
        if (!form.matches()) {
            throw SdpException.malformed("a=rtcp is not PORT [IN IPn ADDRESS]");
        }
        rtcp = Optional.of(new RtcpPlace(port(form.group(1)), Optional.ofNullable(form.group(2))));
    }

    MediaDescription finish() {
        return new MediaDescription(type, port, protocol, formats, connection, direction, encodings, rtcp, packetTime);
    }

    private static int port(String digits) throws SdpException {
        int port = Integer.parseInt(digits);
        if (port > HIGHEST_PORT) {
            throw SdpException.malformed("a port above " + HIGHEST_PORT);
        }
        return port;
    }
}
