package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.sdp.SdpException;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.time.Timers.Timer;

/**
 * Keeps a call alive (RFC 4028): sends UPDATE, or a re-INVITE that changes nothing when the peer does not know UPDATE, or
 * waits for the peer's; ends the call when neither comes through. Runs in the mailbox of its leg.
 */
final class SessionRefresh {

    private static final int MOST_FAILURES = 3;

    private final Leg leg;
    private final Conversation conversation;
    private final LegContext context;
    private final Duration pauseAfterGlare;
    private SessionTimer timer = new SessionTimer(Duration.ofHours(1), false);
    private Timer pending = () -> {};
    private boolean peerKnowsUpdate;
    private boolean inviting;
    private Optional<ClientTransaction> asked = Optional.empty();
    private int failures;
    private boolean stopped;

    SessionRefresh(Leg leg, Conversation conversation, Conversation.Role role) {
        this.leg = leg;
        this.conversation = conversation;
        this.context = leg.context();
        this.pauseAfterGlare = role == Conversation.Role.CALLING
                ? Duration.ofMillis(2_100 + context.messages().newNumber() % 1_900)
                : Duration.ofMillis(context.messages().newNumber() % 2_000);
    }

    void learn(Message message) {
        peerKnowsUpdate |= Headers.tokens(message, "Allow").contains("update");
    }

    boolean isInviting() {
        return inviting;
    }

    void restart(SessionTimer settled) {
        timer = settled;
        failures = 0;
        again(settled.delay());
    }

    void stop() {
        stopped = true;
        pending.cancel();
        endWaiting();
    }

    private void again(Duration delay) {
        pending.cancel();
        if (!stopped) {
            pending = context.timers().after(delay, () -> leg.tell(this::due));
        }
    }

    private void due() {
        if (stopped || leg.state() != LegState.TALKING) {
            return;
        }
        if (!timer.weRefresh()) {
            leg.broken(EndCause.MEDIA_LOST);
        } else if (conversation.isBusy()) {
            again(pauseAfterGlare.plus(Duration.ofMillis(1)));
        } else {
            send();
        }
    }

    private void send() {
        inviting = !peerKnowsUpdate;
        Request request = conversation.dialog().request(inviting ? Request.INVITE : Request.UPDATE);
        Messages messages = context.messages();
        request.addHeader(messages.contact(conversation.dialog().path().transport()));
        request.addHeader(messages.header("Supported", SessionTimer.TIMER));
        request.addHeader(messages.allow());
        request.addHeader(messages.header(SessionTimer.SESSION_EXPIRES,
                timer.interval().toSeconds() + ";refresher=uac"));
        request.addHeader(messages.header(SessionTimer.MIN_SE,
                Long.toString(context.options().leastSession().toSeconds())));
        if (inviting) {
            messages.body(request, leg.negotiation().offerAgain());
        }
        asked = context.endpoint().send(request, new Answered());
        giveUpAfter(timer.interval().dividedBy(3));
    }

    /** A peer that only says that it works on it lets the session end (RFC 4028, section 10). */
    private void giveUpAfter(Duration patience) {
        pending.cancel();
        if (!stopped) {
            pending = context.timers().after(patience, () -> leg.tell(this::unanswered));
        }
    }

    private void unanswered() {
        if (!stopped && asked.isPresent()) {
            lost();
        }
    }

    private void endWaiting() {
        asked.ifPresent(context.endpoint()::endWaiting);
        asked = Optional.empty();
    }

    private void onFinal(Response response) {
        boolean invited = inviting;
        inviting = false;
        asked = Optional.empty();
        int status = response.getStatusCode();
        if (status < 300) {
            refreshed(response, invited);
            return;
        }
        if (invited) {
            leg.negotiation().forgetOffer();
        }
        switch (status) {
            case Response.REQUEST_PENDING -> again(pauseAfterGlare);
            case SessionTimer.TOO_SMALL -> longer(SessionTimer.leastOf(response));
            case Response.REQUEST_TIMEOUT, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST -> lost();
            default -> failed();
        }
    }

    private void refreshed(Response response, boolean invited) {
        conversation.dialog().refreshTarget(response);
        if (invited) {
            conversation.acknowledge(response);
            takeAnswer(response);
        }
        restart(SessionTimer.ofAnswer(response).orElse(timer));
    }

    private void takeAnswer(Response response) {
        try {
            leg.apply(leg.negotiation().accept(Messages.body(response).orElse("")));
        } catch (SdpException e) {
            leg.negotiation().forgetOffer();
        }
    }

    private void longer(long least) {
        if (Duration.ofSeconds(least).compareTo(timer.interval()) <= 0) {
            failed();
        } else {
            timer = new SessionTimer(Duration.ofSeconds(least), true);
            send();
        }
    }

    private void failed() {
        if (++failures == MOST_FAILURES) {
            lost();
        } else {
            again(timer.interval().dividedBy(8));
        }
    }

    private void lost() {
        inviting = false;
        leg.broken(EndCause.MEDIA_LOST);
    }

    /** Brings the peer's answer into the mailbox. */
    private final class Answered implements ResponseListener {

        @Override
        public void onResponse(Response response) {
            if (response.getStatusCode() >= Response.OK) {
                leg.tell(() -> onFinal(response));
            }
        }

        @Override
        public void onTimeout() {
            leg.tell(SessionRefresh.this::lost);
        }
    }
}
