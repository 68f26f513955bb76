package org.jackfield.connectors.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer of HTTP/1.1 (RFC 9112): its status, and the place to look at next or a body. Everything in it is bounded. */
final class HttpAnswer {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int NO_CONTENT = 204;
    private static final byte[] NOTHING = {};

    private final int status;
    private final Optional<String> location;
    private final byte[] body;

    private HttpAnswer(int status, Optional<String> location, byte[] body) {
        this.status = status;
        this.location = location;
        this.body = body;
    }

    int status() {
        return status;
    }

    Optional<String> location() {
        return location;
    }

    byte[] body() {
        return body;
    }

    static HttpAnswer read(InputStream input, int mostBytes) throws IOException {
        var statusLine = STATUS_LINE.matcher(line(input));
        if (!statusLine.matches()) {
            throw new IOException("not an answer of HTTP/1.1");
        }
        int status = Integer.parseInt(statusLine.group(1));
        var headers = headers(input);
        var location = headers.get("location");
        if (status >= 300 && status < 400 && location != null) {
            return new HttpAnswer(status, Optional.of(location), NOTHING);
        }
        boolean hasBody = status >= 200 && status < 300 && status != NO_CONTENT;
        return new HttpAnswer(status, Optional.empty(), hasBody ? body(input, headers, mostBytes) : NOTHING);
    }

    private static Map<String, String> headers(InputStream input) throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line(input);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        throw new IOException("more than " + MOST_HEADERS + " headers");
    }

    private static byte[] body(InputStream input, Map<String, String> headers, int mostBytes) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "identity").equalsIgnoreCase("chunked")) {
            return chunked(input, mostBytes);
        }
        var length = headers.get("content-length");
        if (length == null) {
            return bounded(input.readNBytes(mostBytes + 1), mostBytes);
        }
        long announced = number(length, 10);
        if (announced > mostBytes) {
            throw tooLarge(mostBytes);
        }
        var body = input.readNBytes((int) announced);
        if (body.length < announced) {
            throw new IOException("the answer is cut off");
        }
        return body;
    }

    private static byte[] chunked(InputStream input, int mostBytes) throws IOException {
        var body = new ByteArrayOutputStream();
        for (;;) {
            long size = number(line(input).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            if (body.size() + size > mostBytes) {
                throw tooLarge(mostBytes);
            }
            var chunk = input.readNBytes((int) size);
            if (chunk.length < size || !line(input).isEmpty()) {
                throw new IOException("the answer is cut off");
            }
            body.write(chunk);
        }
    }

    private static byte[] bounded(byte[] body, int mostBytes) throws IOException {
        if (body.length > mostBytes) {
            throw tooLarge(mostBytes);
        }
        return body;
    }

    private static IOException tooLarge(int mostBytes) {
        return new IOException("the answer is larger than " + mostBytes + " bytes");
    }

    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException malformed) {
            throw new IOException("the answer has a malformed length", malformed);
        }
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 || line.size() >= LONGEST_LINE) {
                throw new IOException("the answer is cut off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
