package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A request that came in, with its transaction to answer on. */
final class IncomingRequest {

    private static final Logger LOG = System.getLogger(IncomingRequest.class.getName());

    /** Where it came from: IP address, port, transport in lower case. */
    record Source(String ip, int port, String transport) {
        String address() {
            return ip + ":" + port;
        }
    }

    private final Request request;
    private final ServerTransaction transaction;
    private final Source source;
    private final Messages messages;
    private final String localTag;

    IncomingRequest(Request request, ServerTransaction transaction, Source source, Messages messages) {
        this.request = request;
        this.transaction = transaction;
        this.source = source;
        this.messages = messages;
        this.localTag = messages.newTag();
    }

    Request request() {
        return request;
    }

    Source source() {
        return source;
    }

    /** The tag that answers get when the request had none in To. */
    String localTag() {
        return localTag;
    }

    Optional<String> body() {
        return Messages.body(request);
    }

    long cseq() {
        return cseq(request);
    }

    String callId() {
        return callId(request);
    }

    Response response(int status, Header... more) {
        Response response = messages.response(request, status, localTag);
        List.of(more).forEach(response::addHeader);
        return response;
    }

    void answer(int status, Header... more) {
        send(response(status, more));
    }

    void send(Response response) {
        try {
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | RuntimeException e) {
            LOG.log(Level.DEBUG, "cannot answer " + request.getMethod(), e);
        }
    }

    static String callId(Request request) {
        return ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static long cseq(Request request) {
        return ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    static String toTag(Request request) {
        String tag = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag();
        return tag == null ? "" : tag;
    }

    static String fromTag(Request request) {
        String tag = ((FromHeader) request.getHeader(FromHeader.NAME)).getTag();
        return tag == null ? "" : tag;
    }

    /** What a CANCEL and a merged request have in common with their INVITE (RFC 3261, sections 8.2.2.2 and 9.2). */
    static String inviteKey(Request request) {
        return callId(request) + " " + fromTag(request) + " " + cseq(request);
    }

    static String branch(Request request) {
        String branch = ((ViaHeader) request.getHeader(ViaHeader.NAME)).getBranch();
        return branch == null ? "" : branch.toLowerCase(Locale.ROOT);
    }
}
