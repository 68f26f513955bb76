package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.List;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.tenant.AccountId;

/**
 * The identities that have contacts, or had some a moment ago: what was published of each, and when to look at it again.
 * Whoever changes contacts and watches in one unit of work writes the watch first. Every method joins the open unit of work. Thread-safe.
 */
public interface PresenceWatches {

    /** What was published of an identity last. */
    record Watched(AccountId account, String identity, PresenceStatus status, boolean reachable) {}

    /** Looks at the identity then, or earlier if it is looked at earlier anyway. Of a new one nothing was published. */
    void lookAt(AccountId account, String identity, Instant when);

    /** The same for all that have a contact which ends with the node. */
    void lookAtContactsOf(NodeId node, Instant when);

    /** Those to look at, the longest due first; nobody else gets them until the open unit of work ends. */
    List<Watched> takeDue(Instant now, int most);

    /** Keeps what was published of it now, and when to look at it again. */
    void keep(Watched watched, Instant nextLook);

    void forget(AccountId account, String identity);

    /** The identities, in order; the id of an entry is the identity itself. */
    List<String> list(AccountId account, Paging paging);
}
