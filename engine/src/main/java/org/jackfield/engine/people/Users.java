package org.jackfield.engine.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.people.User.WorkerOf;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Sets people up. A change of role or password closes the person's sessions. Thread-safe. */
public final class Users {

    /** A person to add. */
    public record NewUser(String name, String password, Role role, Optional<WorkerOf> worker) {
        @Override
        public String toString() {
            return "NewUser[" + name + ", " + role + "]";
        }
    }

    /** What to change; what is empty stays. */
    public record Change(Optional<String> password, Optional<Role> role, Optional<WorkerOf> worker) {
        @Override
        public String toString() {
            return "Change[" + role + ", " + worker + "]";
        }
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 256;

    private final UserStore users;
    private final SessionStore sessions;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;
    private final int passwordRounds;

    public Users(SignIn.Stores stores, int passwordRounds, Ids ids, InstantSource clock) {
        this.users = stores.users();
        this.sessions = stores.sessions();
        this.unit = stores.unit();
        this.passwordRounds = passwordRounds;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a person.
     *
     * @throws DomainException INVALID_PARAMETER, CONFLICT when the name is taken
     */
    public User create(AccountId account, NewUser asked) {
        if (!NAME.matcher(asked.name()).matches()) {
            throw invalid("name", "is not 1 to 64 letters, digits, dots, dashes and underscores");
        }
        checkWorker(asked.role(), asked.worker());
        PasswordHash password = hash(asked.password());
        return unit.run(() -> {
            Instant now = clock.instant();
            User user = new User(account, ids.next(IdPrefix.USER), asked.name(), asked.role(), asked.worker(),
                    password, now, now);
            if (!users.insert(user)) {
                throw new DomainException(ErrorCode.CONFLICT, "there is a user " + asked.name());
            }
            return user;
        });
    }

    /** Changes what is given and closes the person's sessions. */
    public User change(AccountId account, String id, Change change) {
        Optional<PasswordHash> password = change.password().map(this::hash);
        return unit.run(() -> {
            User before = find(account, id);
            Role role = change.role().orElse(before.role());
            Optional<WorkerOf> worker = role == Role.AGENT ? change.worker().or(before::worker) : change.worker();
            checkWorker(role, worker);
            User moved = before.as(role, worker, clock.instant());
            User after = password.map(hash -> moved.with(hash, clock.instant())).orElse(moved);
            users.update(after);
            sessions.deleteOf(account, id);
            return after;
        });
    }

    /** Removes a person; his sessions end at once. */
    public void delete(AccountId account, String id) {
        unit.run(() -> {
            if (!users.delete(account, id)) {
                throw missing(id);
            }
        });
    }

    /** Signs a person out everywhere. */
    public void closeSessions(AccountId account, String id) {
        unit.run(() -> {
            find(account, id);
            sessions.deleteOf(account, id);
        });
    }

    /** The account's person of that id; NOT_FOUND when there is none. */
    public User find(AccountId account, String id) {
        return unit.read(() -> users.find(account, id).orElseThrow(() -> missing(id)));
    }

    public List<User> list(AccountId account, Paging paging) {
        return unit.read(() -> users.list(account, paging));
    }

    private PasswordHash hash(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw invalid("password",
                    "has less than " + SHORTEST_PASSWORD + " or more than " + LONGEST_PASSWORD + " characters");
        }
        return PasswordHash.of(password, passwordRounds);
    }

    private static void checkWorker(Role role, Optional<WorkerOf> worker) {
        if (role == Role.AGENT && worker.isEmpty()) {
            throw invalid("worker", "is required for an agent");
        }
    }

    private static DomainException invalid(String name, String problem) {
        return new DomainException(ErrorCode.INVALID_PARAMETER, "Parameter " + name + " " + problem);
    }

    private static DomainException missing(String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no user " + id);
    }
}
