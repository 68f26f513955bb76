package org.jackfield.connectors.rtp;

import java.util.regex.Pattern;

/** The ports for media: RTP on the even ones, RTCP on the odd ones after them (RFC 3550, section 11). */
public record PortRange(int first, int last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    public PortRange {
        if (first < 1024 || last > 65_535 || last < first + (first & 1) + 1) {
            throw new IllegalArgumentException(
                    "a media port range lies in 1024-65535 and holds an even and an odd port: " + first + "-" + last);
        }
    }

    /** Reads {@code FIRST-LAST}. */
    public static PortRange parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("a media port range is FIRST-LAST: " + text);
        }
        return new PortRange(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    int firstEven() {
        return first + (first & 1);
    }
}
