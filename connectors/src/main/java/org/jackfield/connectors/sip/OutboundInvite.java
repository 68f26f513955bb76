package org.jackfield.connectors.sip;

import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.InviteState.Trigger;

/**
 * One INVITE of an outbound leg, to one contact: its answers, its CANCEL, the 200 that crosses the CANCEL, the other forks
 * of a proxy (RFC 3261, sections 9.1 and 13.2.2). Runs in the mailbox of its leg.
 */
final class OutboundInvite implements DialogOwner {

    private static final int END_IN_T1 = 64;

    private final OutboundLeg leg;
    private final LegContext context;
    private final InviteBuilder builder;
    private InviteState state = InviteState.TABLE.initial();
    private Optional<ClientTransaction> transaction = Optional.empty();
    private long sequence;
    private Optional<SipDialog> dialog = Optional.empty();

    OutboundInvite(OutboundLeg leg, Dialling.Target target, String offer) {
        this.leg = leg;
        this.context = leg.context();
        this.builder = new InviteBuilder(context, leg.dial(), target, offer);
    }

    InviteState state() {
        return state;
    }

    boolean isOver() {
        return state == InviteState.OVER;
    }

    boolean isWinner() {
        return state == InviteState.ANSWERED || state == InviteState.WON;
    }

    /**
     * Acknowledges the answer, once (RFC 3261, section 13.2.2.4). Until then the peer repeats it, so that an answer which a
     * dying node did not put on record comes again to its next life.
     */
    void confirm() {
        if (fire(Trigger.CONFIRM)) {
            dialog.ifPresent(this::acknowledge);
        }
    }

    private void acknowledge(SipDialog made) {
        context.endpoint().sendAck(made.ack(sequence));
    }

    @Override
    public String callId() {
        return builder.callId();
    }

    void start() {
        context.table().addDialog(builder.localTag(), this);
        send(builder.first());
    }

    private void send(Request invite) {
        sequence = IncomingRequest.cseq(invite);
        transaction = context.endpoint().send(invite, new Answered());
    }

    void cancel() {
        if (fire(Trigger.CANCEL) && state == InviteState.CANCELLED) {
            sendCancel();
        }
    }

    private void sendCancel() {
        transaction.ifPresent(pending -> {
            try {
                context.endpoint().send(pending.createCancel(), ResponseListener.NONE);
            } catch (SipException e) {
                end(Response.REQUEST_TIMEOUT);
            }
        });
        context.timers()
                .after(context.options().timerT1().multipliedBy(END_IN_T1),
                        () -> leg.tell(this::cancelUnanswered));
    }

    /** A peer that never ends a cancelled INVITE is not waited for (section 9.1). */
    private void cancelUnanswered() {
        if (state == InviteState.CANCELLED) {
            end(Response.REQUEST_TIMEOUT);
        }
    }

    /** Once somebody answered, it waits for nobody else; nothing else would end it (RFC 3261, section 17.1.1.2). */
    private void endWaiting() {
        transaction.ifPresent(context.endpoint()::endWaiting);
    }

    private boolean fire(Trigger trigger) {
        Optional<InviteState> next = InviteState.TABLE.next(state, trigger);
        next.ifPresent(reached -> state = reached);
        return next.isPresent();
    }

    private void end(int status) {
        if (fire(Trigger.END)) {
            endWaiting();
            forget();
            leg.declined(status);
        }
    }

    void forget() {
        context.table().removeDialog(builder.localTag());
        builder.forget();
    }

    /** The branch alone brings an answer here; no dialog can come of one that names another call or another end of it. */
    private boolean makesADialog(Response response) {
        FromHeader from = (FromHeader) response.getHeader(FromHeader.NAME);
        CallIdHeader call = (CallIdHeader) response.getHeader(CallIdHeader.NAME);
        return builder.callId().equals(call.getCallId()) && builder.localTag().equals(from.getTag());
    }

    private void onResponse(Response response) {
        int status = response.getStatusCode();
        if (status < Response.OK) {
            provisional(response);
        } else if (status < 300 && makesADialog(response)) {
            accepted(response);
        } else if (status < 300) {
            end(Response.SERVER_INTERNAL_ERROR);
        } else if (state == InviteState.SENT || state == InviteState.PROCEEDING) {
            builder.again(response).ifPresentOrElse(this::send, () -> end(status));
        } else {
            end(status);
        }
    }

    private void provisional(Response response) {
        InviteState before = state;
        fire(Trigger.PROVISIONAL);
        if (before == InviteState.DOOMED) {
            sendCancel();
        } else if (state == InviteState.PROCEEDING && (response.getStatusCode() == Response.RINGING
                || response.getStatusCode() == Response.SESSION_PROGRESS)) {
            leg.rang(Messages.body(response));
        }
    }

    private void accepted(Response response) {
        SipDialog made = SipDialog.ofAnswer(context.messages(), response, builder.pinned());
        if (dialog.isPresent()) {
            acceptedAgain(made, !dialog.get().parties().remoteTag().equals(made.parties().remoteTag()));
            return;
        }
        dialog = Optional.of(made);
        endWaiting();
        boolean wanted = state == InviteState.SENT || state == InviteState.PROCEEDING;
        if (wanted && leg.takes()) {
            fire(Trigger.ANSWER);
            leg.accepted(this, made, response);
        } else {
            turnDown(made);
            end(response.getStatusCode());
        }
    }

    /** The same answer once more, or that of another fork. */
    private void acceptedAgain(SipDialog made, boolean otherFork) {
        if (otherFork) {
            turnDown(made);
        } else if (state != InviteState.ANSWERED) {
            acknowledge(made);
        }
    }

    private void turnDown(SipDialog unwanted) {
        acknowledge(unwanted);
        context.endpoint().send(unwanted.request(Request.BYE), ResponseListener.NONE);
    }

    @Override
    public void onRequest(IncomingRequest incoming) {
        leg.tell(() -> leg.onRequest(incoming, isRemoteOfWinner(incoming)));
    }

    private boolean isRemoteOfWinner(IncomingRequest incoming) {
        return isWinner() && dialog.filter(made -> made.parties()
                .remoteTag()
                .equals(IncomingRequest.fromTag(incoming.request()))).isPresent();
    }

    @Override
    public void onAck(Request ack) {
        leg.tell(() -> leg.conversation().ifPresent(talk -> talk.acknowledged(ack)));
    }

    @Override
    public void onStrayAnswer(Response response) {
        leg.tell(() -> {
            if (Conversation.sequence(response) == sequence) {
                accepted(response);
            } else {
                leg.conversation().ifPresent(talk -> talk.acknowledge(response));
            }
        });
    }

    /** Brings the answers into the mailbox. */
    private final class Answered implements ResponseListener {

        @Override
        public void onResponse(Response response) {
            leg.tell(() -> OutboundInvite.this.onResponse(response));
        }

        @Override
        public void onTimeout() {
            leg.tell(() -> end(FinalAnswers.NOBODY));
        }
    }
}
