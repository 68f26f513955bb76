package org.jackfield.engine.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.directory.Application.Address;
import org.jackfield.engine.directory.Application.Use;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Makes, changes and removes the applications of an account. Thread-safe. */
public final class Applications {

    /** What to set; what is empty stays as it is. An empty text as an address removes it. */
    public record Settings(Optional<String> friendlyName, Map<Use, String> urls, Map<Use, String> methods) {
        public Settings {
            urls = Map.copyOf(urls);
            methods = Map.copyOf(methods);
        }
    }

    private static final int LONGEST_NAME = 64;

    private final ApplicationStore store;
    private final AddressCheck check;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;

    public Applications(ApplicationStore store, FlowCatalog flows, UnitOfWork unit, Ids ids, InstantSource clock) {
        this.store = store;
        this.check = new AddressCheck(flows);
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws DomainException INVALID_PARAMETER, INVALID_URL, FALLBACK_ALONE, FLOW_NOT_FOUND */
    public Application create(AccountId account, Settings settings) {
        Instant now = clock.instant();
        Application made = new Application(account, ids.next(IdPrefix.APPLICATION),
                checkedName(settings.friendlyName().orElse("Application")), addresses(account, Map.of(), settings), now,
                now);
        unit.run(() -> store.insert(made));
        return made;
    }

    /** @throws DomainException NOT_FOUND, INVALID_PARAMETER, INVALID_URL, FALLBACK_ALONE, FLOW_NOT_FOUND */
    public Application change(AccountId account, String id, Settings settings) {
        return unit.run(() -> {
            Application known = find(account, id);
            Application changed = new Application(account, id,
                    checkedName(settings.friendlyName().orElse(known.friendlyName())),
                    addresses(account, known.addresses(), settings), known.created(), clock.instant());
            if (!store.update(changed)) {
                throw missing(id);
            }
            return changed;
        });
    }

    public void delete(AccountId account, String id) {
        unit.run(() -> {
            if (!store.delete(account, id)) {
                throw missing(id);
            }
        });
    }

    public Application find(AccountId account, String id) {
        return unit.read(() -> store.find(account, id).orElseThrow(() -> missing(id)));
    }

    public List<Application> list(AccountId account, Optional<String> friendlyName, Paging paging) {
        return unit.read(() -> store.list(account, friendlyName, paging));
    }

    private Map<Use, Address> addresses(AccountId account, Map<Use, Address> known, Settings settings) {
        Map<Use, Address> addresses = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            Address before = known.getOrDefault(use, new Address("", "POST"));
            String url = settings.urls().getOrDefault(use, before.url());
            String method = settings.methods().getOrDefault(use, before.method());
            if (!url.equals(before.url())) {
                check.url(account, use, url);
            }
            check.method(use, method);
            addresses.put(use, new Address(url, method));
        }
        AddressCheck.primaries(addresses);
        return addresses;
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "FriendlyName needs 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static DomainException missing(String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no application " + id);
    }
}
