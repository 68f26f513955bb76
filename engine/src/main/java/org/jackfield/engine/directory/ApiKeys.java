package org.jackfield.engine.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.directory.SigningSecrets.SigningSecret;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Makes, names and removes the keys of an account. A removed key signs nobody in from then on. Thread-safe. */
public final class ApiKeys {

    /** A new key and its secret, which nobody is told again. */
    public record NewKey(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "NewKey[" + key.id() + "]";
        }
    }

    /** 43 characters; the token libraries of existing SDKs refuse secrets of fewer than 32. */
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_NAME = 64;

    private final ApiKeyStore store;
    private final SigningSecrets secrets;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;

    public ApiKeys(ApiKeyStore store, SigningSecrets secrets, UnitOfWork unit, Ids ids, InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    public NewKey create(AccountId account, Optional<String> friendlyName) {
        String secret = Secrets.token(SECRET_BYTES);
        Instant now = clock.instant();
        ApiKey key = new ApiKey(account, ids.next(IdPrefix.KEY), checkedName(friendlyName.orElse("")),
                TokenHash.of(secret), now, now);
        unit.run(() -> {
            store.insert(key);
            secrets.keep(new SigningSecret(account, key.id(), secret));
        });
        return new NewKey(key, secret);
    }

    public ApiKey rename(AccountId account, String id, Optional<String> friendlyName) {
        return unit.run(() -> {
            ApiKey known = find(account, id);
            ApiKey changed = new ApiKey(account, id, checkedName(friendlyName.orElse(known.friendlyName())),
                    known.secret(), known.created(), clock.instant());
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

    public ApiKey find(AccountId account, String id) {
        return unit.read(() -> store.find(account, id).orElseThrow(() -> missing(id)));
    }

    public List<ApiKey> list(AccountId account, Paging paging) {
        return unit.read(() -> store.list(account, paging));
    }

    private static String checkedName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "FriendlyName has more than " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static DomainException missing(String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no key " + id);
    }
}
