package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.tenant.AccountId;

/**
 * Opens mailboxes: for calls that begin, and again for calls that are over but whose flow still tells them something. Passes
 * on what is for a call of another node.
 */
final class MailboxOpener {

    private final CallMailboxes mailboxes;
    private final CallWorkshop workshop;
    private final CallStores stores;
    private final Home home;
    private final CallPost post;

    MailboxOpener(CallMailboxes mailboxes, CallWorkshop workshop, CallStores stores, Home home, CallPost post) {
        this.mailboxes = mailboxes;
        this.workshop = workshop;
        this.stores = stores;
        this.home = home;
        this.post = post;
    }

    void begin(String callId, Supplier<Optional<CallState>> opening, Stimulus first) {
        mailboxes.begin(new CallMailbox(callId, workshop, _ -> opening.get()), first);
    }

    /**
     * To the call's mailbox; without one, to a new one that begins with the stored record if this node holds the call, and passes
     * the stimulus on to the node that does otherwise: in the order in which they came.
     */
    void deliver(AccountId account, String callId, Stimulus stimulus) {
        mailboxes.deliver(callId, stimulus, id -> new CallMailbox(id, workshop, first -> stored(account, id, first)));
    }

    private Optional<CallState> stored(AccountId account, String callId, Stimulus first) {
        Optional<Call> root = stores.unit()
                .read(() -> stores.calls().find(account, callId))
                .filter(call -> call.parties().parent().isEmpty());
        root.filter(call -> !home.holds(call.placement())).ifPresent(call -> post.pass(call, first));
        return root.filter(call -> home.holds(call.placement()))
                .map(call -> CallState.of(call, Optional.empty(), Duration.ZERO));
    }
}
