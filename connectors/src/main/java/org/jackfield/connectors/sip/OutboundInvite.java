package org.jackfield.connectors.sip;

import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
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
    private Optional<Request> request = Optional.empty();
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
        return state == InviteState.WON;
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
        request = Optional.of(invite);
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
            transaction.ifPresent(pending -> {
                try {
                    pending.terminate();
                } catch (ObjectInUseException e) {
                    throw new IllegalStateException("a transaction without a dialog is in use", e);
                }
            });
            end(Response.REQUEST_TIMEOUT);
        }
    }

    private boolean fire(Trigger trigger) {
        Optional<InviteState> next = InviteState.TABLE.next(state, trigger);
        next.ifPresent(reached -> state = reached);
        return next.isPresent();
    }

    private void end(int status) {
        if (fire(Trigger.END)) {
            forget();
            leg.declined(status);
        }
    }

    void forget() {
        context.table().removeDialog(builder.localTag());
        builder.forget();
    }

    private void onResponse(Response response) {
        int status = response.getStatusCode();
        if (status < Response.OK) {
            provisional(response);
        } else if (status < 300) {
            accepted(response);
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
        SipDialog made = request
                .map(invite -> SipDialog.ofAnswer(context.messages(), invite, response, builder.pinned()))
                .orElseThrow();
        context.endpoint().sendAck(made.ack(Conversation.sequence(response)));
        if (dialog.isPresent()) {
            if (!dialog.get().parties().remoteTag().equals(made.parties().remoteTag())) {
                bye(made);
            }
            return;
        }
        dialog = Optional.of(made);
        boolean wanted = state == InviteState.SENT || state == InviteState.PROCEEDING;
        if (wanted && leg.accepted(this, made, response)) {
            fire(Trigger.WIN);
        } else {
            bye(made);
            end(response.getStatusCode());
        }
    }

    private void bye(SipDialog unwanted) {
        context.endpoint().send(unwanted.request(Request.BYE), ResponseListener.NONE);
    }

    @Override
    public void onRequest(IncomingRequest incoming) {
        leg.tell(() -> leg.onRequest(incoming, isRemoteOfWinner(incoming)));
    }

    private boolean isRemoteOfWinner(IncomingRequest incoming) {
        return state == InviteState.WON && dialog.filter(made -> made.parties()
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
            boolean first = request.map(IncomingRequest::cseq)
                    .filter(sequence -> sequence == Conversation.sequence(response))
                    .isPresent();
            if (first) {
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
