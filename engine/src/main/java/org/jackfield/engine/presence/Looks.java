package org.jackfield.engine.presence;

import java.time.Duration;
import java.time.InstantSource;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.tenant.AccountId;

/**
 * When an identity is looked at again for news: at once when it gained something, a debounce later when it lost something, so that
 * what comes back at once is no news. Joins the open unit of work. Thread-safe.
 */
public record Looks(PresenceWatches watches, InstantSource clock, Duration debounce) {

    /** A contact was added, or says something else. */
    public void gained(AccountId account, String identity) {
        watches.lookAt(account, identity, clock.instant());
    }

    /** A contact was removed. */
    public void lost(AccountId account, String identity) {
        watches.lookAt(account, identity, clock.instant().plus(debounce));
    }

    void lost(NodeId node) {
        watches.lookAtContactsOf(node, clock.instant().plus(debounce));
    }
}
