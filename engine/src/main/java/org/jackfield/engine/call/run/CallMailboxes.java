package org.jackfield.engine.call.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegListener;

/**
 * The mailboxes of this node, by call and by leg. One that closed is gone; nothing is kept for legs that are unknown.
 * Thread-safe.
 */
final class CallMailboxes implements LegListener {

    private final Map<String, CallMailbox> byCall = new ConcurrentHashMap<>();
    private final Map<String, CallMailbox> byLeg = new ConcurrentHashMap<>();

    @Override
    public void on(String leg, LegEvent event) {
        CallMailbox mailbox = byLeg.get(leg);
        if (mailbox != null) {
            mailbox.put(new Stimulus.LegHeard(leg, event));
        }
    }

    /** Opens the mailbox of a call that begins and puts the first stimulus in; false when there is one already. */
    boolean begin(CallMailbox mailbox, Stimulus first) {
        if (byCall.putIfAbsent(mailbox.callId(), mailbox) != null) {
            return false;
        }
        byLeg.put(mailbox.callId(), mailbox);
        mailbox.put(first);
        return true;
    }

    /** Puts the stimulus into the call's mailbox, opening one when there is none. */
    void deliver(String callId, Stimulus stimulus, Function<String, CallMailbox> opening) {
        while (true) {
            CallMailbox mailbox = byCall.computeIfAbsent(callId, opening);
            if (mailbox.put(stimulus)) {
                return;
            }
            byCall.remove(callId, mailbox);
        }
    }

    /** The leg belongs to the call of the mailbox. */
    void adopt(String leg, CallMailbox mailbox) {
        byLeg.put(leg, mailbox);
    }

    void forgetLeg(String leg) {
        byLeg.remove(leg);
    }

    void closed(CallMailbox mailbox) {
        byCall.remove(mailbox.callId(), mailbox);
        byLeg.values().removeIf(other -> other == mailbox);
    }

    Optional<CallMailbox> find(String callId) {
        return Optional.ofNullable(byCall.get(callId));
    }

    int calls() {
        return byCall.size();
    }

    int legs() {
        return byLeg.size();
    }

    Iterable<CallMailbox> all() {
        return byCall.values();
    }
}
