package org.jackfield.engine.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.engine.directory.SipAccess.Credential;
import org.jackfield.engine.directory.SipAccess.CredentialList;
import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.directory.SipAccess.Mapping;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Administers the SIP domains and users of an account. Thread-safe. */
public final class SipAdministration {

    /** The name of the first account's default domain. */
    public static final String DEFAULT_DOMAIN = "jackfield.local";

    private static final Pattern HOST_NAME = Pattern
            .compile("(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.!~*'()&=+$,;?/-]{1,64}");
    private static final int LONGEST_NAME = 64;

    private final SipAccessStore store;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;

    public SipAdministration(SipAccessStore store, UnitOfWork unit, Ids ids, InstantSource clock) {
        this.store = store;
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives the account the default domain unless some account has it. */
    public void ensureDefaultDomain(AccountId account) {
        unit.run(() -> {
            if (store.defaultDomain().isEmpty()) {
                Instant now = clock.instant();
                store.insertDomain(new Domain(account, ids.next(IdPrefix.SIP_DOMAIN), DEFAULT_DOMAIN, "Default", true,
                        now, now));
            }
        });
    }

    public Domain createDomain(AccountId account, String name, Optional<String> friendlyName) {
        String checked = checkedHost(name);
        Instant now = clock.instant();
        Domain domain = new Domain(account, ids.next(IdPrefix.SIP_DOMAIN), checked,
                checkedName(friendlyName.orElse(checked)), false, now, now);
        return unit.run(() -> {
            if (!store.insertDomain(domain)) {
                throw new DomainException(ErrorCode.CONFLICT, "the domain name " + checked + " is taken");
            }
            return domain;
        });
    }

    public Domain changeDomain(AccountId account, String id, Optional<String> name, Optional<String> friendlyName) {
        return unit.run(() -> {
            Domain known = domain(account, id);
            Domain changed = new Domain(account, id, name.map(SipAdministration::checkedHost).orElse(known.name()),
                    checkedName(friendlyName.orElse(known.friendlyName())), known.isDefault(), known.created(),
                    clock.instant());
            if (!store.updateDomain(changed)) {
                throw new DomainException(ErrorCode.CONFLICT, "the domain name " + changed.name() + " is taken");
            }
            return changed;
        });
    }

    /** The default domain stays: phones that name an address instead of a domain depend on it. */
    public void deleteDomain(AccountId account, String id) {
        unit.run(() -> {
            if (domain(account, id).isDefault()) {
                throw new DomainException(ErrorCode.ILLEGAL_STATE, "the default domain cannot be deleted");
            }
            store.deleteDomain(account, id);
        });
    }

    public Domain domain(AccountId account, String id) {
        return unit.read(() -> store.domain(account, id).orElseThrow(() -> missing("SIP domain", id)));
    }

    public List<Domain> domains(AccountId account, Paging paging) {
        return unit.read(() -> store.domains(account, paging));
    }

    public CredentialList createList(AccountId account, String friendlyName) {
        Instant now = clock.instant();
        CredentialList list = new CredentialList(account, ids.next(IdPrefix.CREDENTIAL_LIST),
                checkedName(friendlyName), now, now);
        unit.run(() -> store.insertList(list));
        return list;
    }

    public CredentialList renameList(AccountId account, String id, String friendlyName) {
        return unit.run(() -> {
            CredentialList known = list(account, id);
            CredentialList changed = new CredentialList(account, id, checkedName(friendlyName), known.created(),
                    clock.instant());
            store.updateList(changed);
            return changed;
        });
    }

    public void deleteList(AccountId account, String id) {
        unit.run(() -> {
            if (!store.deleteList(account, id)) {
                throw missing("credential list", id);
            }
        });
    }

    public CredentialList list(AccountId account, String id) {
        return unit.read(() -> store.list(account, id).orElseThrow(() -> missing("credential list", id)));
    }

    public List<CredentialList> lists(AccountId account, Paging paging) {
        return unit.read(() -> store.lists(account, paging));
    }

    public Credential createCredential(AccountId account, String listId, String username, String password) {
        if (!USERNAME.matcher(username).matches()) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "Username needs 1 to 64 letters, digits or characters that a SIP address allows unescaped");
        }
        Instant now = clock.instant();
        Credential credential = new Credential(account, listId, ids.next(IdPrefix.CREDENTIAL), username,
                DigestSecret.of(username, password), now, now);
        return unit.run(() -> {
            list(account, listId);
            if (!store.insertCredential(credential)) {
                throw new DomainException(ErrorCode.CONFLICT, "the list has a user " + username);
            }
            return credential;
        });
    }

    public Credential changePassword(AccountId account, String listId, String id, String password) {
        return unit.run(() -> {
            Credential known = credential(account, listId, id);
            Credential changed = new Credential(account, listId, id, known.username(),
                    DigestSecret.of(known.username(), password), known.created(), clock.instant());
            store.updateCredential(changed);
            return changed;
        });
    }

    public void deleteCredential(AccountId account, String listId, String id) {
        unit.run(() -> {
            if (!store.deleteCredential(account, listId, id)) {
                throw missing("credential", id);
            }
        });
    }

    public Credential credential(AccountId account, String listId, String id) {
        return unit.read(() -> store.credential(account, listId, id).orElseThrow(() -> missing("credential", id)));
    }

    public List<Credential> credentials(AccountId account, String listId, Paging paging) {
        return unit.run(() -> {
            list(account, listId);
            return store.credentials(account, listId, paging);
        });
    }

    /** Lets the users of the list register at the domain. */
    public Mapping map(AccountId account, String domainId, String listId) {
        return unit.run(() -> {
            domain(account, domainId);
            list(account, listId);
            Mapping mapping = new Mapping(account, domainId, listId, clock.instant());
            if (!store.map(mapping)) {
                throw new DomainException(ErrorCode.CONFLICT, "the list is mapped to the domain already");
            }
            return mapping;
        });
    }

    public void unmap(AccountId account, String domainId, String listId) {
        unit.run(() -> {
            if (!store.unmap(account, domainId, listId)) {
                throw missing("mapping of list", listId);
            }
        });
    }

    public Mapping mapping(AccountId account, String domainId, String listId) {
        return unit.run(
                () -> store.mapping(account, domainId, listId).orElseThrow(() -> missing("mapping of list", listId)));
    }

    public List<Mapping> mappings(AccountId account, String domainId, Paging paging) {
        return unit.run(() -> {
            domain(account, domainId);
            return store.mappings(account, domainId, paging);
        });
    }

    private static String checkedHost(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        if (!HOST_NAME.matcher(host).matches() || ONLY_NUMBERS.matcher(host).matches()) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "DomainName is not a host name of two or more labels");
        }
        return host;
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "FriendlyName needs 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static DomainException missing(String what, String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no " + what + " " + id);
    }
}
