package org.jackfield.connectors.sip;

import java.util.Optional;
import javax.sip.header.CSeqHeader;
import javax.sip.header.Header;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.sdp.MediaNegotiation;
import org.jackfield.connectors.sip.sdp.SdpException;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent.DialogIdentity;

/**
 * What the two ends say to each other inside the dialog once the call was accepted: BYE, re-INVITE and UPDATE for hold,
 * resume and refresh (RFC 3261, sections 14 and 15; RFC 3311). Runs in the mailbox of its leg.
 */
final class Conversation {

    /** Which end made the call; the caller's end owns the Call-ID (RFC 3261, section 14.1). */
    enum Role {
        CALLING,
        CALLED
    }

    private final Leg leg;
    private final SipDialog dialog;
    private final LegContext context;
    private final SessionRefresh refresh;
    private Optional<Retransmission> accepted = Optional.empty();
    private long acceptedSequence = -1;
    private boolean saidBye;
    private boolean over;
    private Runnable afterwards = () -> {};

    Conversation(Leg leg, SipDialog dialog, Role role) {
        this.leg = leg;
        this.dialog = dialog;
        this.context = leg.context();
        this.refresh = new SessionRefresh(leg, this, role);
    }

    SipDialog dialog() {
        return dialog;
    }

    DialogIdentity identity() {
        return DialogText.write(dialog);
    }

    /** Notes what the peer can do, from any message of his. */
    void learn(Message message) {
        refresh.learn(message);
    }

    void refreshBy(SessionTimer timer) {
        refresh.restart(timer);
    }

    /** Whether an INVITE of either side is under way, so that no other may start. */
    boolean isBusy() {
        return accepted.isPresent() || refresh.isInviting() || leg.negotiation().isOffering();
    }

    /** Whether an offer of ours waits for its answer, so that the peer's has to come later (RFC 3261, section 14.2). */
    private boolean hasOpenOffer() {
        return refresh.isInviting() || leg.negotiation().isOffering();
    }

    void onRequest(IncomingRequest request) {
        String method = request.request().getMethod();
        if (!dialog.follows(request.cseq())) {
            request.answer(Response.SERVER_INTERNAL_ERROR);
        } else if (method.equals(Request.BYE)) {
            request.answer(Response.OK);
            close();
            leg.peerHungUp();
        } else if (saidBye) {
            request.answer(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else {
            switch (method) {
                case Request.INVITE, Request.UPDATE -> change(request);
                case Request.OPTIONS -> request.answer(Response.OK, context.messages().allow(),
                        header("Accept", Messages.SDP));
                default -> request.answer(Response.METHOD_NOT_ALLOWED, context.messages().allow());
            }
        }
    }

    private void change(IncomingRequest request) {
        boolean invite = request.request().getMethod().equals(Request.INVITE);
        if (Messages.hasForeignBody(request.request())) {
            request.answer(Response.UNSUPPORTED_MEDIA_TYPE, header("Accept", Messages.SDP));
        } else if (SessionTimer.isTooShort(request.request(), context.options())) {
            request.answer(SessionTimer.TOO_SMALL,
                    header(SessionTimer.MIN_SE, Long.toString(context.options().leastSession().toSeconds())));
        } else if ((invite || request.body().isPresent()) && (hasOpenOffer() || leg.state() == LegState.ANSWERING)) {
            request.answer(Response.REQUEST_PENDING);
        } else {
            take(request, invite);
        }
    }

    private void take(IncomingRequest request, boolean invite) {
        try {
            Optional<String> description = describe(request, invite);
            dialog.refreshTarget(request.request());
            learn(request.request());
            SessionTimer timer = SessionTimer.forRequest(request.request(), context.options());
            refreshBy(timer);
            Response ok = accepted(request, description.orElse(""), timer);
            request.send(ok);
            if (invite) {
                stopRepeating();
                awaitAck(request.cseq(), ok);
            }
        } catch (SdpException e) {
            request.answer(e.status());
        }
    }

    /** Answers an offer; a re-INVITE without one gets ours. */
    private Optional<String> describe(IncomingRequest request, boolean invite) throws SdpException {
        if (request.body().isPresent()) {
            MediaNegotiation.Answer answer = leg.negotiation().answer(request.body().get());
            leg.apply(answer.agreement());
            return Optional.of(answer.text());
        }
        return invite ? Optional.of(leg.negotiation().offer()) : Optional.empty();
    }

    /** A 200 with a description (none when empty), our contact and the settled refresh. */
    Response accepted(IncomingRequest request, String description, SessionTimer timer) {
        Response ok = request.response(Response.OK, context.messages().contact(request.source().transport()),
                context.messages().allow(), header("Supported", SessionTimer.TIMER),
                header(SessionTimer.SESSION_EXPIRES, timer.asAnswer()));
        if (!timer.weRefresh()) {
            ok.addHeader(header("Require", SessionTimer.TIMER));
        }
        if (!description.isEmpty()) {
            context.messages().body(ok, description);
        }
        return ok;
    }

    private void awaitAck(long sequence, Response ok) {
        acceptedSequence = sequence;
        accepted = Optional.of(new Retransmission(leg, new Retransmission.Steps(
                () -> context.endpoint().sendStateless((Response) ok.clone()),
                () -> leg.broken(EndCause.UNREACHABLE))));
    }

    /** The ACK of a re-INVITE that we accepted; the ACK of the first INVITE is the leg's. */
    void acknowledged(Request ack) {
        if (IncomingRequest.cseq(ack) != acceptedSequence) {
            return;
        }
        stopRepeating();
        if (leg.negotiation().isOffering()) {
            try {
                leg.apply(leg.negotiation().accept(Messages.body(ack).orElse("")));
            } catch (SdpException e) {
                leg.negotiation().forgetOffer();
            }
        }
    }

    /** Also when the peer's next INVITE came first: then he has our 200, its ACK is late or lost (RFC 5407, 3.1.4). */
    private void stopRepeating() {
        accepted.ifPresent(Retransmission::stop);
        accepted = Optional.empty();
    }

    /** Sends the ACK of a 2xx to an INVITE of ours, also once more when the 2xx came again. */
    void acknowledge(Response answer) {
        context.endpoint().sendAck(dialog.ack(sequence(answer)));
    }

    static long sequence(Response response) {
        return ((CSeqHeader) response.getHeader("CSeq")).getSeqNumber();
    }

    /** Ends the dialog from our side. */
    void bye() {
        if (!saidBye && !over) {
            saidBye = true;
            stop();
            context.endpoint().send(dialog.request(Request.BYE), new ByeAnswered());
        }
    }

    /** Runs it when the dialog is over; at once when it is, or when the leg ends with nothing more to say. */
    void whenOver(Runnable task) {
        if (over || !saidBye) {
            stop();
            task.run();
        } else {
            afterwards = task;
        }
    }

    private void close() {
        stop();
        if (!over) {
            over = true;
            afterwards.run();
        }
    }

    private void stop() {
        refresh.stop();
        stopRepeating();
    }

    private Header header(String name, String value) {
        return context.messages().header(name, value);
    }

    /** Whatever the peer says to a BYE, the dialog is over (RFC 3261, section 15.1.1). */
    private final class ByeAnswered implements ResponseListener {

        @Override
        public void onResponse(Response response) {
            if (response.getStatusCode() >= Response.OK) {
                leg.tell(Conversation.this::close);
            }
        }

        @Override
        public void onTimeout() {
            leg.tell(Conversation.this::close);
        }
    }
}
