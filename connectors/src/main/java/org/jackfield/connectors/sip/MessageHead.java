package org.jackfield.connectors.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line and the names of the header lines of a message as they came, for what a parsed message no longer shows. Lines end
 * where JAIN-SIP's parser ends them.
 */
record MessageHead(String firstLine, List<String> names) {

    static final String CONTENT_LENGTH = "content-length";
    private static final String USUAL_VERSION = "SIP/2.0";
    private static final Pattern VERSION = Pattern.compile("\\s(SIP/[0-9]{1,9}\\.[0-9]{1,9})$",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> COMPACT = Map.of("f", "from", "t", "to", "i", "call-id", "l",
            CONTENT_LENGTH);
    /** What a request has once (RFC 3261, section 20). */
    private static final List<String> SINGLE = List.of("from", "to", "call-id", "cseq", "max-forwards", CONTENT_LENGTH);

    static MessageHead of(byte[] message) {
        List<String> lines = new String(message, StandardCharsets.ISO_8859_1).lines()
                .dropWhile(line -> line.trim().isEmpty())
                .takeWhile(line -> !line.trim().isEmpty())
                .toList();
        List<String> names = lines.stream().skip(1).filter(MessageHead::isNamed).map(MessageHead::name).toList();
        return new MessageHead(lines.isEmpty() ? "" : lines.getFirst().trim(), names);
    }

    /** Others go on with the line before. */
    private static boolean isNamed(String line) {
        return line.indexOf(':') > 0 && line.charAt(0) != ' ' && line.charAt(0) != '\t';
    }

    private static String name(String line) {
        String name = line.substring(0, line.indexOf(':')).trim().toLowerCase(Locale.ROOT);
        return COMPACT.getOrDefault(name, name);
    }

    /** The version that the first line of a request names. */
    String version() {
        Matcher version = VERSION.matcher(firstLine);
        return version.find() ? version.group(1).toUpperCase(Locale.ROOT) : USUAL_VERSION;
    }

    private long count(String name) {
        return names.stream().filter(name::equals).count();
    }

    /** Whether it says in more than one way how long its body is. */
    boolean hasLengths() {
        return count(CONTENT_LENGTH) > 1;
    }

    /** Whether a field that may come once comes more than once. */
    boolean repeatsItself() {
        return SINGLE.stream().anyMatch(name -> count(name) > 1);
    }
}
