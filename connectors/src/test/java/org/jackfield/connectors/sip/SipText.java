package org.jackfield.connectors.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A SIP message as the wire has it: written and read independently of the product's stack. */
public record SipText(String firstLine, List<String> headerLines, String body, int sourcePort) {

    static SipText parse(String text, int sourcePort) {
        int end = text.indexOf("\r\n\r\n");
        List<String> head = new ArrayList<>(text.substring(0, end).lines().toList());
        String first = head.removeFirst();
        return new SipText(first, List.copyOf(head), text.substring(end + 4), sourcePort);
    }

    public boolean isRequest() {
        return !firstLine.startsWith("SIP/2.0 ");
    }

    public String method() {
        return isRequest() ? firstLine.substring(0, firstLine.indexOf(' ')) : header("CSeq").replaceAll("^\\d+ ", "");
    }

    public int status() {
        return isRequest() ? 0 : Integer.parseInt(firstLine.substring(8, 11));
    }

    String requestUri() {
        return firstLine.split(" ", -1)[1];
    }

    List<String> headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    Optional<String> find(String name) {
        return headers(name).stream().findFirst();
    }

    public String header(String name) {
        return find(name).orElse("");
    }

    long cseq() {
        return Long.parseLong(header("CSeq").split(" ", -1)[0]);
    }

    static String tag(String header) {
        int at = header.indexOf(";tag=");
        return at < 0 ? "" : header.substring(at + 5).split(";", -1)[0];
    }

    /** The URI between angle brackets. */
    static String uri(String header) {
        return header.substring(header.indexOf('<') + 1, header.indexOf('>'));
    }

    @Override
    public String toString() {
        return firstLine + " " + headerLines + "\n" + body;
    }
}
