package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jackfield.engine.tenant.AccountId;

/** Opens mailboxes: for calls that begin, and again for calls that are over but whose flow still tells them something. */
final class MailboxOpener {

    private final CallMailboxes mailboxes;
    private final CallWorkshop workshop;
    private final CallStores stores;
    private final Home home;

    MailboxOpener(CallMailboxes mailboxes, CallWorkshop workshop, CallStores stores, Home home) {
        this.mailboxes = mailboxes;
        this.workshop = workshop;
        this.stores = stores;
        this.home = home;
    }

    void begin(String callId, Supplier<Optional<CallState>> opening, Stimulus first) {
        mailboxes.begin(new CallMailbox(callId, workshop, opening), first);
    }

    /** To the call's mailbox; without one, to a new one that begins with the stored record if this node holds the call. */
    void deliver(AccountId account, String callId, Stimulus stimulus) {
        mailboxes.deliver(callId, stimulus, id -> new CallMailbox(id, workshop, () -> stored(account, id)));
    }

    private Optional<CallState> stored(AccountId account, String callId) {
        return stores.unit()
                .read(() -> stores.calls().find(account, callId))
                .filter(call -> call.parties().parent().isEmpty() && home.holds(call.placement()))
                .map(call -> CallState.of(call, Optional.empty(), Duration.ZERO));
    }
}
