package org.jackfield.engine.presence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;

/**
 * Says which identity an address names: {@code client:alice} the client, {@code sip:alice@HOST} the phone when HOST is a SIP
 * domain of the account. Numbers and addresses elsewhere have no presence here. Thread-safe.
 */
public final class ContactAddresses {

    private static final String CLIENT = "client:";
    private static final Pattern SIP = Pattern.compile("sip:([^@+][^@]*)@([^@:;?]+|\\[[^]]+])(:[0-9]+)?(;.*)?");

    private final SipDirectory domains;

    public ContactAddresses(SipDirectory domains) {
        this.domains = domains;
    }

    /** The identity that a {@code contact_uri} names; empty when its presence cannot be known here. */
    public Optional<String> identity(AccountId account, String uri) {
        if (uri.startsWith(CLIENT)) {
            return Optional.of(uri.substring(CLIENT.length())).filter(AccessGrant::isIdentity);
        }
        Matcher sip = SIP.matcher(uri);
        return sip.matches()
                ? domains.findDomain(sip.group(2))
                        .filter(domain -> domain.account().equals(account))
                        .map(domain -> sip.group(1) + "@" + domain.name())
                : Optional.empty();
    }

    /** The same for what somebody asks for, who may give the identity itself. */
    public Optional<String> asked(AccountId account, String text) {
        return text.startsWith(CLIENT) || text.startsWith("sip:")
                ? identity(account, text)
                : Optional.of(text).filter(AccessGrant::isIdentity);
    }
}
