package org.jackfield.engine.tenant;

import java.util.Optional;

/**
 * SIP domains and the users who may register there. A host that is an IP address means the first account's default
 * domain. Secrets are kept only as digest hashes.
 */
public interface SipDirectory {

    /** A SIP domain: its owner, and the realm that digests were made with. */
    record SipDomain(AccountId account, String domainId, String name, String realm) {}

    /**
     * A user's digest secrets: {@code H(username:realm:password)} in lower-case hex, by MD5 (RFC 3261, section 22) and
     * SHA-256 (RFC 8760).
     */
    record SipUser(AccountId account, String username, String ha1Md5, String ha1Sha256) {
        @Override
        public String toString() {
            return "SipUser[" + account + ", " + username + "]";
        }
    }

    Optional<SipDomain> findDomain(String host);

    /** The user among the domain's credential lists; user names are compared as written. */
    Optional<SipUser> findUser(SipDomain domain, String username);
}
