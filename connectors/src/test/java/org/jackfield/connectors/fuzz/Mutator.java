package org.jackfield.connectors.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Damages a text of lines, such as a SIP message or a session description, in one to four ways. A character stands for one byte
 * (ISO 8859-1). The same generator state makes the same damage. Not thread-safe.
 */
public final class Mutator {

    private static final int MOST_DAMAGES = 4;
    private static final int LONG = 6_000;
    private static final List<String> EXTREMES = List.of("", " ", "0", "-1", "1", "65536", "2147483648", "4294967296",
            "99999999999999999999999", "-2147483649", "1e9", "0x7f", "%", "%00", "%zz", "\"", "\"\"", "\\", "\"\\", "<",
            ">", "<>",
            "<<<<", ">>>>", ";", ";;;;", ";=;=", ",", ",,,,", "=", "@", "*", "?", "&", "()", "(((((", ":", "::", "[",
            "[::1", "[]",
            "sip:", "sip:@", "sip::@:", "sip:a@127.0.0.1:99999", "sip:a@[::ffff:127.0.0.1]", "sips:a@b", "tel:+",
            "tel:+1;ext=",
            "urn:x:y", "SIP/2.0", "SIP/7.0/UDP", "SIP/2.0/UDP", "SIP/2.0/TCP 127.0.0.1", "z9hG4bK", "Digest",
            "Digest =", "1 INVITE",
            "INVITE", "0 ACK", "BYE", "application/sdp", "multipart/mixed;boundary=", "text/", "IN IP4 224.0.0.1",
            "IN IP6 ::",
            "IN IP4 0.0.0.0", "IN IP4 255.255.255.255", "audio 0 RTP/AVP 0", "audio 65536 RTP/AVP 0 8",
            "audio 9 RTP/SAVPF 111",
            "\0", "\u0001\u0002", "\u00ff\u00fe", "\u00c3\u00a9", "\u00c0\u0080", "\t", "\r", "\n", "\r\n", "\r\n\r\n",
            "\r\n ");
    private static final List<String> NAMES = List.of("Via", "v", "From", "f", "To", "t", "Call-ID", "i", "CSeq",
            "Max-Forwards",
            "Contact", "m", "Content-Length", "l", "Content-Type", "c", "Content-Encoding", "e", "Content-Disposition",
            "Content-Language", "Route", "Record-Route", "Require", "Proxy-Require", "Supported", "k", "Unsupported",
            "Allow",
            "Allow-Events", "Event", "o", "Expires", "Min-Expires", "Session-Expires", "x", "Min-SE", "Accept",
            "Accept-Encoding",
            "Accept-Language", "Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate",
            "Authentication-Info", "Replaces", "Join", "Refer-To", "Referred-By", "Reply-To", "Reason", "Retry-After",
            "RSeq", "RAck",
            "Subscription-State", "Timestamp", "Date", "Warning", "User-Agent", "Server", "Subject", "s",
            "Organization", "Priority",
            "In-Reply-To", "MIME-Version", "Alert-Info", "Call-Info", "Error-Info", "Path", "Service-Route", "Privacy",
            "P-Asserted-Identity", "P-Preferred-Identity", "P-Access-Network-Info", "P-Called-Party-ID",
            "P-Charging-Vector",
            "P-Charging-Function-Addresses", "P-Associated-URI", "P-Visited-Network-ID", "P-User-Database",
            "P-Profile-Key",
            "P-Served-User", "P-Media-Authorization", "Security-Client", "Security-Server", "Security-Verify",
            "SIP-ETag",
            "SIP-If-Match", "Target-Dialog", "X-Own");
    private static final List<String> METHODS = List.of("INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "REGISTER",
            "UPDATE", "MESSAGE",
            "SUBSCRIBE", "NOTIFY", "REFER", "PUBLISH", "INFO", "PRACK", "FROBNICATE", "invite", "SIP/2.0");
    private static final List<String> LENGTHS = List.of("-1", "0", "1", "7", "65535", "65537", "2147483647",
            "9999999999", "", "x",
            "1 1");
    private static final String SEPARATORS = ";=,:<>\"@ /";

    private final RandomGenerator random;
    private final List<UnaryOperator<String>> damages = List.of(this::bytes, this::bytes, this::cutLine,
            this::repeatLine,
            this::swapLines, this::truncate, this::value, this::value, this::token, this::token, this::token,
            this::insertLine,
            this::method, this::length, this::bodyLine, this::bodyLine, this::lineEnds, this::fold, this::repeatPart,
            this::append);

    public Mutator(RandomGenerator random) {
        this.random = random;
    }

    /** The text with one to four damages. */
    public String mutate(String valid) {
        String text = valid;
        int count = 1 + random.nextInt(MOST_DAMAGES);
        for (int i = 0; i < count; i++) {
            text = one(damages).apply(text);
        }
        return text;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String extreme() {
        return switch (random.nextInt(12)) {
            case 0 -> one(EXTREMES).repeat(1 + random.nextInt(200));
            case 1 -> Character.toString((char) random.nextInt(256)).repeat(random.nextInt(LONG));
            default -> one(EXTREMES);
        };
    }

    private int place(String text) {
        return text.isEmpty() ? 0 : random.nextInt(text.length());
    }

    private String bytes(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(8); i >= 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            damaged.setCharAt(at, (char) (random.nextBoolean()
                    ? damaged.charAt(at) ^ (1 << random.nextInt(8))
                    : random.nextInt(256)));
        }
        return damaged.toString();
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    }

    private String cutLine(String text) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("", lines);
    }

    private String repeatLine(String text) {
        List<String> lines = lines(text);
        String line = one(lines);
        int at = random.nextInt(lines.size());
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 200 : 2); i >= 0; i--) {
            lines.add(at, line);
        }
        return String.join("", lines);
    }

    private String swapLines(String text) {
        List<String> lines = lines(text);
        int first = random.nextInt(lines.size());
        String line = lines.get(first);
        int second = random.nextInt(lines.size());
        lines.set(first, lines.get(second));
        lines.set(second, line);
        return String.join("", lines);
    }

    private String truncate(String text) {
        return text.substring(0, place(text));
    }

    /** What follows the name of a line is replaced. */
    private String value(String text) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        int colon = lines.get(at).indexOf(':');
        if (colon > 0) {
            lines.set(at, lines.get(at).substring(0, colon + 1) + " " + extreme() + "\r\n");
        }
        return String.join("", lines);
    }

    /** What stands between two separators is replaced. */
    private String token(String text) {
        int from = place(text);
        while (from > 0 && SEPARATORS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = from;
        while (to < text.length() && SEPARATORS.indexOf(text.charAt(to)) < 0 && text.charAt(to) != '\r') {
            to++;
        }
        return text.substring(0, from) + extreme() + text.substring(to);
    }

    private String insertLine(String text) {
        List<String> lines = lines(text);
        lines.add(Math.min(lines.size(), 1 + random.nextInt(lines.size())), one(NAMES) + ": " + extreme() + "\r\n");
        return String.join("", lines);
    }

    private String method(String text) {
        int end = text.indexOf(' ');
        return end < 0 ? text : one(METHODS) + text.substring(end);
    }

    private String length(String text) {
        return text.replaceFirst("(?i)(content-length|\nl) *:[^\r\n]*", "Content-Length: " + one(LENGTHS));
    }

    /** A line of a description, TYPE=VALUE, gets another value. */
    private String bodyLine(String text) {
        List<String> lines = lines(text);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("(?s)[a-z]=.*")) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        int at = one(places);
        lines.set(at, lines.get(at).substring(0, 2)
                + (random.nextBoolean() ? extreme() : token(lines.get(at).substring(2))) + "\r\n");
        return String.join("", lines);
    }

    private String lineEnds(String text) {
        return switch (random.nextInt(3)) {
            case 0 -> text.replace("\r\n", "\n");
            case 1 -> text.replace("\r\n", "\r");
            default -> text.replaceFirst("\r\n", "\r\r\n");
        };
    }

    private String fold(String text) {
        int at = place(text);
        return text.substring(0, at) + (random.nextBoolean() ? "\r\n " : "\r\n\t\r\n ") + text.substring(at);
    }

    private String repeatPart(String text) {
        int from = place(text);
        String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(30)));
        return text.substring(0, from) + part.repeat(1 + random.nextInt(150)) + text.substring(from);
    }

    private String append(String text) {
        return text + (random.nextBoolean() ? extreme() : text);
    }
}
