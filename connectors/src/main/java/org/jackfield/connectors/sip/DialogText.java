package org.jackfield.connectors.sip;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.connectors.sip.Messages.Parties;
import org.jackfield.connectors.sip.SipDialog.Path;
import org.jackfield.connectors.sip.SipDialog.Sequences;
import org.jackfield.engine.call.LegEvent.DialogIdentity;

/**
 * A dialog as text, so that a BYE can be sent after a restart (RFC 3261, section 12): lines in a fixed order, the routes
 * last. The BYE takes a number far above what the lost process may have used.
 */
final class DialogText {

    private static final String VERSION = "1";
    private static final int FIXED_LINES = 10;
    private static final long GAP = 1_000;

    private DialogText() {}

    static DialogIdentity write(SipDialog dialog) {
        Parties parties = dialog.parties();
        Path path = dialog.path();
        String pinned = path.pinned().map(hop -> hop.host() + ":" + hop.port()).orElse("");
        Stream<String> fixed = Stream.of(VERSION, parties.callId(), parties.local().toString(), parties.localTag(),
                parties.remote().toString(), parties.remoteTag(), path.target().toString(), path.transport(), pinned,
                Long.toString(dialog.localSequence()));
        return new DialogIdentity(Stream.concat(fixed, path.routes().stream().map(Object::toString))
                .map(String::strip)
                .collect(Collectors.joining("\n")));
    }

    /** The dialog, or empty when the text is not one of ours. */
    static Optional<SipDialog> read(DialogIdentity identity, Messages messages) {
        List<String> lines = Arrays.asList(identity.text().split("\n", -1));
        if (lines.size() < FIXED_LINES || !lines.getFirst().equals(VERSION)) {
            return Optional.empty();
        }
        try {
            Parties parties = new Parties(lines.get(1), messages.address(lines.get(2)), lines.get(3),
                    messages.address(lines.get(4)), lines.get(5));
            Optional<NextHop> pinned = lines.get(8).isEmpty()
                    ? Optional.empty()
                    : Optional.of(NextHop.of(lines.get(8), lines.get(7)));
            Path path = new Path(messages.uri(lines.get(6)),
                    lines.subList(FIXED_LINES, lines.size()).stream().map(messages::address).toList(), lines.get(7),
                    pinned);
            return Optional.of(new SipDialog(messages, parties, path,
                    new Sequences(Long.parseLong(lines.get(9)) + GAP, -1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
