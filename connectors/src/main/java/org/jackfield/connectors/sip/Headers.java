package org.jackfield.connectors.sip;

import java.util.Arrays;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sip.header.Header;
import javax.sip.message.Message;

/** Reads headers that are lists of tokens. */
final class Headers {

    private Headers() {}

    /** The tokens of every header of that name, in lower case. */
    static Set<String> tokens(Message message, String name) {
        Set<String> found = new TreeSet<>();
        ListIterator<?> all = message.getHeaders(name);
        while (all != null && all.hasNext()) {
            if (all.next() instanceof Header header) {
                String line = header.toString();
                Arrays.stream(line.substring(line.indexOf(':') + 1).split(",", -1))
                        .map(token -> token.strip().toLowerCase(Locale.ROOT))
                        .filter(token -> !token.isEmpty())
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Whether the peer takes a description of media; who says nothing does (RFC 3261, section 20.1). */
    static boolean acceptsDescriptions(Message message) {
        Set<String> types = tokens(message, "Accept");
        return types.isEmpty() || types.stream()
                .map(type -> type.replaceAll("\\s|;.*", ""))
                .anyMatch(Set.of("application/sdp", "application/*", "*/*")::contains);
    }

    /** The required extensions that we do not have (RFC 3261, section 8.2.2.3). */
    static List<String> unknownRequirements(Message message) {
        return tokens(message, "Require").stream().filter(token -> !token.equals(SessionTimer.TIMER)).toList();
    }
}
