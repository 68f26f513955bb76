package org.jackfield.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A SIP message as the demo's phones need it (RFC 3261, section 7); they talk to a well-behaved peer only. */
record SipMessage(String firstLine, List<String> headers, String body) {

    /** Empty for a keep-alive or anything else that is no message. */
    static Optional<SipMessage> parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> head = new ArrayList<>(text.substring(0, end).lines().toList());
        String first = head.removeFirst();
        return Optional.of(new SipMessage(first, List.copyOf(head), text.substring(end + 4)));
    }

    boolean isRequest() {
        return !firstLine.startsWith("SIP/2.0 ");
    }

    /** Of a request; of an answer the method that it answers. */
    String method() {
        String from = isRequest() ? firstLine : header("CSeq");
        return isRequest() ? from.substring(0, from.indexOf(' ')) : from.substring(from.indexOf(' ') + 1).strip();
    }

    /** Of an answer; 0 of a request. */
    int status() {
        return isRequest() ? 0 : Integer.parseInt(firstLine.substring(8, 11));
    }

    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    private List<String> all(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    /** The answer to this request: what RFC 3261, section 8.2.6, wants repeated, further lines, a description. */
    String answer(String status, String toTag, List<String> more, String description) {
        String to = header("To");
        List<String> lines = new ArrayList<>();
        lines.add("SIP/2.0 " + status);
        all("Via").forEach(via -> lines.add("Via: " + via));
        lines.add("From: " + header("From"));
        lines.add("To: " + (to.contains(";tag=") ? to : to + ";tag=" + toTag));
        lines.add("Call-ID: " + header("Call-ID"));
        lines.add("CSeq: " + header("CSeq"));
        lines.addAll(more);
        return text(lines, description);
    }

    static String text(List<String> lines, String description) {
        List<String> all = new ArrayList<>(lines);
        if (!description.isEmpty()) {
            all.add("Content-Type: application/sdp");
        }
        all.add("Content-Length: " + description.length());
        return String.join("\r\n", all) + "\r\n\r\n" + description;
    }

    static String tag(String header) {
        int at = header.indexOf(";tag=");
        return at < 0 ? "" : header.substring(at + 5).split(";", -1)[0];
    }

    /** The address between the angle brackets. */
    static String address(String header) {
        int from = header.indexOf('<');
        int to = header.indexOf('>');
        return from < 0 || to < from ? header : header.substring(from + 1, to);
    }
}
