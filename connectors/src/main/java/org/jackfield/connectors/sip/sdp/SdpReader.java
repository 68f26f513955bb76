package org.jackfield.connectors.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.connectors.rtp.Direction;
import org.jackfield.connectors.sip.sdp.SessionDescription.Origin;

/**
 * Reads a session description (RFC 8866, section 9) with bounds on its size. Lines that do not matter here are checked for
 * their form only; attributes that are not known are skipped, as the RFC says.
 */
final class SdpReader {

    static final int MOST_CHARACTERS = 16_384;
    static final int MOST_LINES = 400;
    static final int MOST_MEDIA = 16;

    private static final String KNOWN_TYPES = "vosiuepcbtrzkam";
    private static final Pattern CONNECTION = Pattern.compile("IN (IP4|IP6) ([0-9A-Za-z.:\\-]{1,255})(/[0-9/]{1,12})?");
    private static final Pattern ORIGIN = Pattern.compile(
            "(\\S{1,255}) ([0-9]{1,20}) ([0-9]{1,20}) IN IP[46] (\\S{1,255})");

    private final List<MediaReader> media = new ArrayList<>();
    private Optional<String> connection = Optional.empty();
    private Optional<Direction> direction = Optional.empty();
    private Optional<Origin> origin = Optional.empty();
    private boolean named;

    private SdpReader() {}

    static SessionDescription read(String text) throws SdpException {
        if (text.length() > MOST_CHARACTERS) {
            throw SdpException.malformed("longer than " + MOST_CHARACTERS + " characters");
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES || !lines.getFirst().equals("v=0")) {
            throw SdpException.malformed("does not start with v=0, or has more than " + MOST_LINES + " lines");
        }
        SdpReader reader = new SdpReader();
        for (String line : lines.subList(1, lines.size())) {
            reader.line(line);
        }
        return reader.finish();
    }

    private void line(String line) throws SdpException {
        if (line.isEmpty()) {
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=' || KNOWN_TYPES.indexOf(line.charAt(0)) < 0) {
            throw SdpException.malformed("a line is not TYPE=VALUE");
        }
        String value = line.substring(2);
        switch (line.charAt(0)) {
            case 'm' -> startMedia(value);
            case 'c' -> connection(value);
            case 'a' -> attribute(value);
            case 'o' -> origin = Optional.of(origin(value));
            case 's' -> named = true;
            case 'v' -> throw SdpException.malformed("a second v= line");
            default -> {
                // Form was checked; its meaning does not matter here.
            }
        }
    }

    private void startMedia(String value) throws SdpException {
        if (media.size() == MOST_MEDIA) {
            throw SdpException.malformed("more than " + MOST_MEDIA + " media sections");
        }
        media.add(MediaReader.start(value));
    }

    private void connection(String value) throws SdpException {
        Matcher form = CONNECTION.matcher(value);
        if (!form.matches()) {
            throw SdpException.malformed("c= is not IN IP4 or IP6 and an address");
        }
        Optional<String> address = Optional.of(form.group(2));
        if (media.isEmpty()) {
            connection = address;
        } else {
            media.getLast().connection(address);
        }
    }

    private void attribute(String value) throws SdpException {
        Optional<Direction> flow = DirectionWords.meaning(value);
        if (media.isEmpty()) {
            direction = flow.or(() -> direction);
        } else if (flow.isPresent()) {
            media.getLast().direction(flow);
        } else {
            media.getLast().attribute(value);
        }
    }

    private static Origin origin(String value) throws SdpException {
        Matcher form = ORIGIN.matcher(value);
        if (!form.matches()) {
            throw SdpException.malformed("o= is not USER ID VERSION IN IPn ADDRESS");
        }
        return new Origin(form.group(1), form.group(2), form.group(3), form.group(4));
    }

    private SessionDescription finish() throws SdpException {
        Origin maker = origin.orElseThrow(() -> SdpException.malformed("o= is missing"));
        if (!named) {
            throw SdpException.malformed("s= is missing");
        }
        List<MediaDescription> sections = media.stream().map(MediaReader::finish).toList();
        boolean placed = sections.stream()
                .allMatch(section -> connection.isPresent() || section.port() == 0
                        || section.connection().isPresent());
        if (!placed) {
            throw SdpException.malformed("a media section has no c= line");
        }
        return new SessionDescription(maker, connection, direction, sections);
    }
}
