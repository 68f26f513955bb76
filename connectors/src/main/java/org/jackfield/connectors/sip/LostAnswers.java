package org.jackfield.connectors.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Phones that answered an INVITE which nobody here waits for any more, since the node died between the answer and its record:
 * each gets its ACK and a BYE (RFC 3261, sections 13.2.2.4 and 15), one that repeats its answer only the ACK again. What bears
 * no tag of ours is not answered at all. Thread-safe.
 */
final class LostAnswers {

    private static final int MOST_REMEMBERED = 1_000;

    private final LegContext context;
    private final Map<String, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    LostAnswers(LegContext context) {
        this.context = context;
    }

    void end(Response answer) {
        SipDialog dialog = SipDialog.ofAnswer(context.messages(), answer, source(answer));
        String callId = dialog.parties().callId();
        if (!context.ownTags().isOurs(callId, dialog.parties().localTag())) {
            return;
        }
        context.endpoint().sendAck(dialog.ack(Conversation.sequence(answer)));
        if (isNew(callId + "\n" + dialog.parties().remoteTag())) {
            context.endpoint().send(dialog.request(Request.BYE), ResponseListener.NONE);
        }
    }

    private boolean isNew(String dialog) {
        synchronized (ended) {
            return ended.put(dialog, true) == null;
        }
    }

    /** Where it came from, when no proxy lies between: nobody is sent anything that he did not ask for. */
    private static Optional<NextHop> source(Response answer) {
        SIPResponse received = (SIPResponse) answer;
        if (received.getRemoteAddress() == null || answer.getHeader(RecordRouteHeader.NAME) != null) {
            return Optional.empty();
        }
        String transport = ((ViaHeader) answer.getHeader(ViaHeader.NAME)).getTransport().toLowerCase(Locale.ROOT);
        return Optional
                .of(new NextHop(received.getRemoteAddress().getHostAddress(), received.getRemotePort(), transport));
    }
}
