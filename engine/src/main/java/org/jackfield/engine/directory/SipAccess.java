package org.jackfield.engine.directory;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/** The records of SIP access: domains, credential lists, credentials. */
public final class SipAccess {

    private SipAccess() {}

    /** A SIP domain. Its name is unique on the platform; at most one is the default, which stands for bare addresses. */
    public record Domain(AccountId account, String id, String name, String friendlyName, boolean isDefault,
            Instant created, Instant updated) {}

    /** A named set of users. */
    public record CredentialList(AccountId account, String id, String friendlyName, Instant created,
            Instant updated) {}

    /** A user of a list; the password is kept only as the two digest hashes. */
    public record Credential(AccountId account, String listId, String id, String username, DigestSecret secret,
            Instant created, Instant updated) {}

    /** The list's users may register at the domain. */
    public record Mapping(AccountId account, String domainId, String listId, Instant created) {}
}
