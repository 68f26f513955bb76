package org.jackfield.engine.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * The SIP directory over the store. A host that is an address, or this machine itself, means the default domain. An account
 * that is not active has no users.
 */
public final class StoredSipDirectory implements SipDirectory {

    private static final Pattern IP_V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IP_V6 = Pattern.compile("\\[?[0-9a-f]*:[0-9a-f:.%]*]?");

    private final SipAccessStore store;
    private final AccountStore accounts;
    private final UnitOfWork unit;

    public StoredSipDirectory(SipAccessStore store, AccountStore accounts, UnitOfWork unit) {
        this.store = store;
        this.accounts = accounts;
        this.unit = unit;
    }

    @Override
    public Optional<SipDomain> findDomain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return unit.read(() -> isAddress(name) ? store.defaultDomain() : store.domainByName(name))
                .map(domain -> new SipDomain(domain.account(), domain.id(), domain.name(), DigestSecret.REALM));
    }

    @Override
    public Optional<SipUser> findUser(SipDomain domain, String username) {
        return unit.read(() -> accounts.find(domain.account())
                .filter(Account::isActive)
                .flatMap(
                        active -> store.user(active.id(), domain.domainId(), username)))
                .map(user -> new SipUser(user.account(), user.username(), user.secret().md5(),
                        user.secret().sha256()));
    }

    private static boolean isAddress(String host) {
        return host.equals("localhost") || IP_V4.matcher(host).matches() || IP_V6.matcher(host).matches();
    }
}
