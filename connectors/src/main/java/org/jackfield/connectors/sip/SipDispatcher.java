package org.jackfield.connectors.sip;

import gov.nist.javax.sip.RequestEventExt;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.IncomingRequest.Source;

/**
 * Takes everything that JAIN-SIP delivers, on its threads and many at a time, and hands it on at once. Whatever fails on
 * the way stops at the guard.
 */
final class SipDispatcher implements SipListener {

    /** What new requests lead to. */
    interface Services {

        void invite(IncomingRequest request);

        void register(IncomingRequest request);

        /** A 2xx to an INVITE that no leg knows. */
        void lostAnswer(Response answer);
    }

    /** The parts that are there only after the stack listens. */
    record Parts(SipEndpoint endpoint, Messages messages, LegTable table, Services services) {}

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_URI = 2_048;

    private final FaultGuard guard;
    private final AtomicReference<Optional<Parts>> parts = new AtomicReference<>(Optional.empty());

    SipDispatcher(FaultGuard guard) {
        this.guard = guard;
    }

    void serve(Parts complete) {
        parts.set(Optional.of(complete));
    }

    @Override
    public void processRequest(RequestEvent event) {
        parts.get().ifPresent(ready -> guard.run("a request", () -> request(ready, event)));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        parts.get().ifPresent(ready -> guard.run("a response", () -> response(ready, event)));
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guard.run("a time-out", () -> {
            if (!event.isServerTransaction()
                    && event.getClientTransaction().getApplicationData() instanceof ResponseListener listener) {
                listener.onTimeout();
            }
        });
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        // The transaction's time-out follows.
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // Transactions are counted by the stack.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // Dialogs are ours.
    }

    private static void request(Parts parts, RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            parts.table()
                    .findDialog(IncomingRequest.callId(request), IncomingRequest.toTag(request))
                    .ifPresent(owner -> owner.onAck(request));
            return;
        }
        int status = unacceptable(request);
        if (status != 0) {
            refuse(parts, event, status, parts.messages().allow());
            return;
        }
        Optional<ServerTransaction> transaction = parts.endpoint().accept(event);
        if (transaction.isEmpty()) {
            if (parts.endpoint().isFull()) {
                refuse(parts, event, Response.SERVICE_UNAVAILABLE,
                        parts.messages().header("Retry-After", Integer.toString(FinalAnswers.RETRY_AFTER)));
            }
            return;
        }
        RequestEventExt received = (RequestEventExt) event;
        String transport = ((SIPRequest) request).getTopmostVia().getTransport().toLowerCase(Locale.ROOT);
        Source source = new Source(received.getRemoteIpAddress(), received.getRemotePort(), transport);
        dispatch(parts, new IncomingRequest(request, transaction.get(), source, parts.messages()));
    }

    /** What is wrong with a request however it may go on; 0 when nothing is. It costs no transaction. */
    private static int unacceptable(Request request) {
        int port = ((SIPRequest) request).getTopmostVia().getPort();
        if (port > HIGHEST_PORT) {
            return Response.BAD_REQUEST;
        }
        if (!request.getSIPVersion().equalsIgnoreCase("SIP/2.0")) {
            return Response.VERSION_NOT_SUPPORTED;
        }
        if (request.getRequestURI().toString().length() > LONGEST_URI) {
            return Response.REQUEST_URI_TOO_LONG;
        }
        return Messages.METHODS.contains(request.getMethod()) || !IncomingRequest.toTag(request).isEmpty()
                ? 0
                : Response.METHOD_NOT_ALLOWED;
    }

    private static void refuse(Parts parts, RequestEvent event, int status, Header header) {
        Response refusal = parts.messages().response(event.getRequest(), status, parts.messages().newTag());
        refusal.addHeader(header);
        parts.endpoint().refuse(event, refusal);
    }

    private static void dispatch(Parts parts, IncomingRequest incoming) {
        Request request = incoming.request();
        List<String> unknown = Headers.unknownRequirements(request);
        if (request.getMethod().equals(Request.CANCEL)) {
            cancel(parts, incoming);
        } else if (!unknown.isEmpty()) {
            incoming.answer(Response.BAD_EXTENSION, unknown.stream()
                    .map(option -> parts.messages().header("Unsupported", option))
                    .toArray(Header[]::new));
        } else if (!IncomingRequest.toTag(request).isEmpty()) {
            parts.table()
                    .findDialog(incoming.callId(), IncomingRequest.toTag(request))
                    .ifPresentOrElse(owner -> owner.onRequest(incoming),
                            () -> incoming.answer(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
        } else {
            fresh(parts, incoming);
        }
    }

    private static void fresh(Parts parts, IncomingRequest incoming) {
        Messages messages = parts.messages();
        String scheme = incoming.request().getRequestURI().getScheme();
        if (!scheme.equals("sip") && !scheme.equals("tel")) {
            incoming.answer(Response.UNSUPPORTED_URI_SCHEME);
            return;
        }
        switch (incoming.request().getMethod()) {
            case Request.INVITE -> parts.services().invite(incoming);
            case Request.REGISTER -> parts.services().register(incoming);
            case Request.OPTIONS -> incoming.answer(Response.OK, messages.allow(),
                    messages.header("Accept", Messages.SDP), messages.header("Supported", SessionTimer.TIMER));
            case Request.BYE, Request.UPDATE -> incoming.answer(
                    Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            default -> incoming.answer(Response.METHOD_NOT_ALLOWED, messages.allow());
        }
    }

    /** The CANCEL itself is answered at once, its INVITE in the leg's turn (RFC 3261, section 9.2). */
    private static void cancel(Parts parts, IncomingRequest incoming) {
        Optional<InboundLeg> leg = parts.table()
                .findInvite(IncomingRequest.inviteKey(incoming.request()))
                .filter(found -> IncomingRequest.branch(found.invite().request())
                        .equals(IncomingRequest.branch(incoming.request())));
        incoming.answer(leg.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        leg.ifPresent(found -> found.tell(found::cancelled));
    }

    private static void response(Parts parts, ResponseEvent event) {
        Response response = event.getResponse();
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction != null && transaction.getApplicationData() instanceof ResponseListener listener) {
            listener.onResponse(response);
            return;
        }
        CSeqHeader sequence = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
        FromHeader from = (FromHeader) response.getHeader(FromHeader.NAME);
        if (sequence.getMethod().equals(Request.INVITE) && response.getStatusCode() / 100 == 2
                && from.getTag() != null) {
            String callId = ((CallIdHeader) response.getHeader(CallIdHeader.NAME)).getCallId();
            parts.table()
                    .findDialog(callId, from.getTag())
                    .ifPresentOrElse(owner -> owner.onStrayAnswer(response),
                            () -> parts.services().lostAnswer(response));
        }
    }
}
