package org.jackfield.engine.presence;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/**
 * A client that can be called. A device registers once for each identity.
 *
 * @param device what the client calls its device; one without a name has the registration's id
 * @param node the node that it registered at last, {@code name:incarnation}
 * @param keyId the API key that signed its token; the registration goes with it
 */
public record ClientRegistration(AccountId account, String id, String identity, String device, PresenceStatus status,
        String node, String keyId, Instant created, Instant renewed, Instant expires) {

    ClientRegistration withStatus(PresenceStatus newStatus) {
        return new ClientRegistration(account, id, identity, device, newStatus, node, keyId, created, renewed, expires);
    }
}
