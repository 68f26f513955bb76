package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.Optional;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.sdp.MediaNegotiation;
import org.jackfield.connectors.sip.sdp.SdpException;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.time.Timers.Timer;

/** A call that came in, from its INVITE to the ACK of our 200 (RFC 3261, section 13.3). */
final class InboundLeg extends Leg implements DialogOwner {

    /** Longer than any proxy waits (RFC 3261, section 16.6, timer C), so only a lost decision meets it. */
    private static final Duration MOST_WAITING = Duration.ofMinutes(5);

    private final IncomingRequest invite;
    private final Timer forgotten;
    private Optional<Conversation> conversation = Optional.empty();
    private Optional<Retransmission> accepted = Optional.empty();

    InboundLeg(String id, LegContext context, IncomingRequest invite) {
        super(id, context, LegStates.INBOUND);
        this.invite = invite;
        this.forgotten = context.timers().after(MOST_WAITING, () -> tell(this::forgotten));
    }

    /** It never came into being. */
    void discard() {
        forgotten.cancel();
    }

    IncomingRequest invite() {
        return invite;
    }

    @Override
    public String callId() {
        return invite.callId();
    }

    /** Ends it before the engine heard of it, or as the engine says. */
    void turnAway(int status, Header... headers) {
        if (fire(LegTrigger.REFUSE)) {
            invite.answer(status, headers);
            over(Optional.empty());
        }
    }

    void refuse(Refusal why) {
        int status = FinalAnswers.status(why);
        if (status == Response.SERVICE_UNAVAILABLE) {
            turnAway(status, retryAfter());
        } else {
            turnAway(status);
        }
    }

    void ring() {
        if (fire(LegTrigger.RING)) {
            invite.answer(Response.RINGING, context().messages().contact(invite.source().transport()));
        }
    }

    void answer() {
        if (state() != LegState.INCOMING && state() != LegState.ALERTING) {
            return;
        }
        if (!openMedia()) {
            fire(LegTrigger.HANG_UP);
            invite.answer(Response.SERVICE_UNAVAILABLE, retryAfter());
            over(Optional.of(EndCause.NO_CAPACITY));
            return;
        }
        try {
            accept(description());
        } catch (SdpException e) {
            fire(LegTrigger.HANG_UP);
            invite.answer(e.status());
            over(Optional.of(EndCause.UNREACHABLE));
        }
    }

    /** Our answer to the caller's offer; our own offer when he made none. */
    private String description() throws SdpException {
        Optional<String> offer = invite.body();
        if (offer.isEmpty()) {
            return negotiation().offer();
        }
        MediaNegotiation.Answer answer = negotiation().answer(offer.get());
        apply(answer.agreement());
        return answer.text();
    }

    private void accept(String description) {
        fire(LegTrigger.ANSWER);
        forgotten.cancel();
        SessionTimer timer = SessionTimer.forRequest(invite.request(), context().options());
        Conversation talk = new Conversation(this, SipDialog.ofInvite(context().messages(), invite),
                Conversation.Role.CALLED);
        talk.learn(invite.request());
        talk.refreshBy(timer);
        conversation = Optional.of(talk);
        Response ok = talk.accepted(invite, description, timer);
        invite.send(ok);
        accepted = Optional.of(new Retransmission(this, new Retransmission.Steps(
                () -> context().endpoint().sendStateless((Response) ok.clone()), this::ackMissing)));
    }

    private void ackMissing() {
        if (fire(LegTrigger.ACK_MISSING)) {
            conversation.ifPresent(Conversation::bye);
            over(Optional.of(EndCause.UNREACHABLE));
        }
    }

    void cancelled() {
        if (fire(LegTrigger.CANCELLED)) {
            invite.answer(Response.REQUEST_TERMINATED);
            over(Optional.of(EndCause.CANCELLED));
        }
    }

    private void forgotten() {
        if (fire(LegTrigger.HANG_UP)) {
            invite.answer(Response.TEMPORARILY_UNAVAILABLE);
            over(Optional.of(EndCause.NO_ANSWER));
        }
    }

    @Override
    void hangUp() {
        LegState before = state();
        if (!fire(LegTrigger.HANG_UP)) {
            return;
        }
        switch (before) {
            case INCOMING, ALERTING -> {
                invite.answer(Response.TEMPORARILY_UNAVAILABLE);
                over(Optional.of(EndCause.LOCAL));
            }
            case TALKING -> {
                conversation.ifPresent(Conversation::bye);
                over(Optional.of(EndCause.LOCAL));
            }
            default -> finish(EndCause.LOCAL);
        }
    }

    @Override
    void peerHungUp() {
        if (fire(LegTrigger.PEER_HUNG_UP)) {
            over(Optional.of(EndCause.HUNG_UP));
        }
    }

    @Override
    void broken(EndCause cause) {
        if (fire(LegTrigger.BROKEN)) {
            if (state() == LegState.ENDED) {
                conversation.ifPresent(Conversation::bye);
                over(Optional.of(cause));
            } else {
                finish(cause);
            }
        }
    }

    @Override
    void wreck() {
        if (conversation.isPresent()) {
            conversation.get().bye();
        } else {
            invite.answer(Response.SERVER_INTERNAL_ERROR);
        }
        over(Optional.of(EndCause.UNREACHABLE));
    }

    @Override
    public void onRequest(IncomingRequest request) {
        tell(() -> {
            if (overtakesTheAck(request)) {
                established();
            }
            conversation.ifPresentOrElse(talk -> talk.onRequest(request), () -> early(request));
        });
    }

    /** A caller who sends his next INVITE has our 200, though its ACK is late or lost (RFC 5407, section 3.1.4). */
    private boolean overtakesTheAck(IncomingRequest request) {
        return state() == LegState.ANSWERING && !negotiation().isOffering()
                && request.request().getMethod().equals(Request.INVITE);
    }

    /** Inside the early dialog only the caller's BYE means something: it ends the INVITE too (section 15.1.2). */
    private void early(IncomingRequest request) {
        if (request.request().getMethod().equals(Request.BYE)) {
            request.answer(Response.OK);
            cancelled();
        } else {
            request.answer(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    @Override
    public void onAck(Request ack) {
        tell(() -> {
            conversation.ifPresent(talk -> talk.acknowledged(ack));
            if (IncomingRequest.cseq(ack) == invite.cseq()) {
                acknowledged(ack);
            }
        });
    }

    private void acknowledged(Request ack) {
        LegState before = state();
        if (before == LegState.ANSWERING && negotiation().isOffering() && !takeAnswer(ack)) {
            fire(LegTrigger.BROKEN);
            finish(EndCause.UNREACHABLE);
        }
        established();
    }

    private void established() {
        if (!fire(LegTrigger.ACKNOWLEDGED)) {
            return;
        }
        accepted.ifPresent(Retransmission::stop);
        if (state() == LegState.TALKING) {
            conversation.ifPresent(talk -> report(new LegEvent.Answered(Optional.of(talk.identity()))));
            reportHold();
        } else {
            conversation.ifPresent(Conversation::bye);
            over(Optional.empty());
        }
    }

    private boolean takeAnswer(Request ack) {
        try {
            apply(negotiation().accept(Messages.body(ack).orElse("")));
            return true;
        } catch (SdpException e) {
            return false;
        }
    }

    @Override
    public void onStrayAnswer(Response response) {
        tell(() -> conversation.ifPresent(talk -> talk.acknowledge(response)));
    }

    private Header retryAfter() {
        return context().messages().header("Retry-After", Integer.toString(FinalAnswers.RETRY_AFTER));
    }

    /** The INVITE is done with; what a conversation still has to say keeps the leg in the table. */
    private void over(Optional<EndCause> cause) {
        forgotten.cancel();
        accepted.ifPresent(Retransmission::stop);
        finishQuietly(cause);
        conversation.ifPresentOrElse(talk -> talk.whenOver(this::forget), this::forget);
    }

    private void forget() {
        context().table().removeInvite(IncomingRequest.inviteKey(invite.request()));
        context().table().removeDialog(invite.localTag());
        retire();
    }
}
