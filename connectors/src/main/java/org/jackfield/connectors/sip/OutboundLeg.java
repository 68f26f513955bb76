package org.jackfield.connectors.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.Dialling.Route;
import org.jackfield.connectors.sip.sdp.SdpException;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.time.Timers.Timer;

/**
 * A call that we make: one {@link OutboundInvite} for each contact, all at once; the first that is answered wins and the
 * others are cancelled (RFC 3261, section 13.2).
 */
final class OutboundLeg extends Leg {

    private final Dial dial;
    private final List<OutboundInvite> invites = new ArrayList<>();
    private Optional<Conversation> conversation = Optional.empty();
    private Timer ringTime = () -> {};
    private int best = Integer.MAX_VALUE;
    private boolean talkOver = true;

    OutboundLeg(Dial dial, LegContext context) {
        super(dial.leg(), context, LegStates.OUTBOUND);
        this.dial = dial;
    }

    Dial dial() {
        return dial;
    }

    void start(Dialling dialling) {
        if (state() != LegState.CALLING) {
            retire();
            return;
        }
        Route route = dialling.route(dial);
        if (route.targets().isEmpty()) {
            fail(route.otherwise());
        } else if (openMedia()) {
            String offer = negotiation().offer();
            route.targets().forEach(target -> invites.add(new OutboundInvite(this, target, offer)));
            ringTime = context().timers().after(dial.ringTime(), () -> tell(() -> giveUp(EndCause.NO_ANSWER)));
            List.copyOf(invites).forEach(OutboundInvite::start);
        } else {
            fail(EndCause.NO_CAPACITY);
        }
    }

    private void fail(EndCause cause) {
        fire(LegTrigger.DECLINED);
        finish(cause);
        retire();
    }

    @Override
    void wreck() {
        bye();
        invites.forEach(OutboundInvite::cancel);
        invites.forEach(OutboundInvite::forget);
        ringTime.cancel();
        finish(EndCause.UNREACHABLE);
        retire();
    }

    /** A 180 or 183; the description of a 183 lets early media through when only one phone is called. */
    void rang(Optional<String> description) {
        if (description.isPresent() && invites.size() == 1) {
            take(description.get());
        }
        if (fire(LegTrigger.RANG)) {
            report(new LegEvent.Ringing());
        }
    }

    private boolean take(String description) {
        try {
            apply(negotiation().accept(description));
            return true;
        } catch (SdpException e) {
            return false;
        }
    }

    /** Whether the leg has a use for the first 2xx; if not, that dialog gets a BYE. */
    boolean takes() {
        return fire(LegTrigger.ACCEPTED);
    }

    /** The first 2xx, not yet acknowledged: that waits for {@link #confirm}. */
    void accepted(OutboundInvite winner, SipDialog dialog, Response answer) {
        ringTime.cancel();
        talkOver = false;
        Conversation talk = new Conversation(this, dialog, Conversation.Role.CALLING);
        conversation = Optional.of(talk);
        talk.learn(answer);
        talk.refreshBy(SessionTimer.ofAnswer(answer)
                .orElse(new SessionTimer(context().options().sessionExpires(), true)));
        invites.stream().filter(invite -> invite != winner).forEach(OutboundInvite::cancel);
        boolean usable = Messages.body(answer).map(this::take).orElse(negotiation().agreement().isPresent());
        if (usable) {
            report(new LegEvent.Answered(Optional.of(talk.identity())));
            reportHold();
        } else {
            broken(EndCause.UNREACHABLE);
        }
    }

    /** The answer is on record: the peer is told so (ACK). */
    void confirm() {
        invites.forEach(OutboundInvite::confirm);
    }

    /** A BYE never overtakes the ACK of the answer (RFC 3261, section 15). */
    private void bye() {
        confirm();
        conversation.ifPresent(Conversation::bye);
    }

    /** An INVITE got its last answer; the leg ends with the one that says most when it was the last INVITE. */
    void declined(int status) {
        best = best == Integer.MAX_VALUE ? status : FinalAnswers.best(best, status);
        if (invites.stream().allMatch(OutboundInvite::isOver) && fire(LegTrigger.DECLINED)) {
            over(Optional.of(FinalAnswers.cause(best)));
        }
        retireWhenDone();
    }

    /** Where each INVITE stands, for tests of the states. */
    List<InviteState> inviteStates() {
        return invites.stream().map(OutboundInvite::state).toList();
    }

    Optional<Conversation> conversation() {
        return conversation;
    }

    @Override
    void hangUp() {
        giveUp(EndCause.LOCAL);
    }

    private void giveUp(EndCause cause) {
        boolean talking = state() == LegState.TALKING;
        if ((talking && cause == EndCause.NO_ANSWER) || !fire(LegTrigger.HANG_UP)) {
            return;
        }
        if (talking) {
            bye();
        } else {
            List.copyOf(invites).forEach(OutboundInvite::cancel);
        }
        over(Optional.of(cause));
    }

    @Override
    void peerHungUp() {
        if (fire(LegTrigger.PEER_HUNG_UP)) {
            confirm();
            over(Optional.of(EndCause.HUNG_UP));
        }
    }

    @Override
    void broken(EndCause cause) {
        if (fire(LegTrigger.BROKEN)) {
            bye();
            over(Optional.of(cause));
        }
    }

    private void over(Optional<EndCause> cause) {
        ringTime.cancel();
        finishQuietly(cause);
        conversation.ifPresent(talk -> talk.whenOver(() -> {
            talkOver = true;
            retireWhenDone();
        }));
        retireWhenDone();
    }

    private void retireWhenDone() {
        boolean settled = state() == LegState.ENDED || state() == LegState.CANCELLING;
        boolean done = invites.stream().allMatch(invite -> invite.isOver() || invite.isWinner());
        if (settled && done && talkOver) {
            invites.forEach(OutboundInvite::forget);
            retire();
        }
    }

    /** A request inside the dialog of one of the INVITEs. */
    void onRequest(IncomingRequest request, boolean ofWinner) {
        if (ofWinner && conversation.isPresent()) {
            conversation.get().onRequest(request);
        } else {
            request.answer(request.request().getMethod().equals(Request.BYE)
                    ? Response.OK
                    : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }
}
