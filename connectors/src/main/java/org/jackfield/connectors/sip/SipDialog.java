package org.jackfield.connectors.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.Messages.Line;
import org.jackfield.connectors.sip.Messages.Parties;

/**
 * A dialog (RFC 3261, section 12): what is needed to send requests inside it. Used by one thread at a time, its leg's.
 */
final class SipDialog {

    private final Messages messages;
    private final Parties parties;
    private final List<Address> routes;
    private final String transport;
    private final Optional<NextHop> pinned;
    private URI target;
    private long localSequence;
    private long remoteSequence;

    /** The sequence numbers of both ends; -1 when none was seen. */
    record Sequences(long local, long remote) {}

    /** How the peer is reached: its contact, the routes to it, and the transport address when one is pinned. */
    record Path(URI target, List<Address> routes, String transport, Optional<NextHop> pinned) {
        Path {
            routes = List.copyOf(routes);
        }
    }

    SipDialog(Messages messages, Parties parties, Path path, Sequences sequences) {
        this.messages = messages;
        this.parties = parties;
        this.routes = path.routes();
        this.transport = path.transport();
        this.pinned = path.pinned();
        this.target = path.target();
        this.localSequence = sequences.local();
        this.remoteSequence = sequences.remote();
    }

    /** The dialog that our 2xx to the INVITE makes (section 12.1.1). */
    static SipDialog ofInvite(Messages messages, IncomingRequest invite) {
        Request request = invite.request();
        FromHeader from = (FromHeader) request.getHeader(FromHeader.NAME);
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        Parties parties = new Parties(invite.callId(), to.getAddress(), invite.localTag(), from.getAddress(),
                IncomingRequest.fromTag(request));
        IncomingRequest.Source source = invite.source();
        Path path = new Path(contact(request).orElse(from.getAddress().getURI()), recordRoutes(request, false),
                source.transport(), pin(request, source));
        return new SipDialog(messages, parties, path, new Sequences(0, invite.cseq()));
    }

    /** The dialog that the peer's 2xx to our INVITE makes (section 12.1.2). */
    static SipDialog ofAnswer(Messages messages, Response answer, Optional<NextHop> pinned) {
        FromHeader from = (FromHeader) answer.getHeader(FromHeader.NAME);
        ToHeader to = (ToHeader) answer.getHeader(ToHeader.NAME);
        String callId = ((CallIdHeader) answer.getHeader(CallIdHeader.NAME)).getCallId();
        Parties parties = new Parties(callId, from.getAddress(), from.getTag(), to.getAddress(),
                to.getTag() == null ? "" : to.getTag());
        String transport = ((ViaHeader) answer.getHeader(ViaHeader.NAME)).getTransport();
        Path path = new Path(contact(answer).orElse(to.getAddress().getURI()), recordRoutes(answer, true),
                transport.toLowerCase(Locale.ROOT), pinned);
        return new SipDialog(messages, parties, path, new Sequences(Conversation.sequence(answer), -1));
    }

    Parties parties() {
        return parties;
    }

    Path path() {
        return new Path(target, routes, transport, pinned);
    }

    long localSequence() {
        return localSequence;
    }

    /** Notes the number of a request from the peer; false when it is older than one already seen (section 12.2.2). */
    boolean follows(long cseq) {
        boolean newer = cseq > remoteSequence;
        remoteSequence = Math.max(remoteSequence, cseq);
        return newer;
    }

    /** A target refresh (section 12.2.2): re-INVITE and UPDATE may move the peer's contact. */
    void refreshTarget(Message message) {
        contact(message).ifPresent(moved -> target = moved);
    }

    Request request(String method) {
        return request(method, ++localSequence);
    }

    /** The ACK of a 2xx has the number of its INVITE. */
    Request ack(long cseq) {
        return request(Request.ACK, cseq);
    }

    private Request request(String method, long cseq) {
        Request request = messages.request(new Line(method, (URI) target.clone(), transport, cseq), parties, routes);
        if (routes.isEmpty()) {
            pinned.ifPresent(hop -> PinnedRoutes.pin(request, hop));
        }
        return request;
    }

    private static Optional<URI> contact(Message message) {
        return message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact && contact.getAddress() != null
                && contact.getAddress().getURI() instanceof SipURI uri ? Optional.of(uri) : Optional.empty();
    }

    private static List<Address> recordRoutes(Message message, boolean reversed) {
        List<Address> found = new ArrayList<>();
        ListIterator<?> all = message.getHeaders(RecordRouteHeader.NAME);
        while (all.hasNext()) {
            if (all.next() instanceof RecordRouteHeader route) {
                found.add(route.getAddress());
            }
        }
        return reversed ? found.reversed() : found;
    }

    /**
     * A peer that talks to us directly is answered where it talks from: its contact may name an address behind a NAT. TCP
     * keeps its connection that way.
     */
    private static Optional<NextHop> pin(Request request, IncomingRequest.Source source) {
        ListIterator<?> vias = request.getHeaders(ViaHeader.NAME);
        vias.next();
        boolean direct = !vias.hasNext() && request.getHeader(RecordRouteHeader.NAME) == null;
        return direct ? Optional.of(new NextHop(source.ip(), source.port(), source.transport())) : Optional.empty();
    }
}
