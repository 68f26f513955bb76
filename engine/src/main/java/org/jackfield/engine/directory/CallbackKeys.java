package org.jackfield.engine.directory;

import org.jackfield.engine.tenant.AccountId;

/**
 * The key by which callbacks of an account are signed, so that its applications know who asks. It signs nothing else and
 * nobody in; the account's token cannot serve, because only its hash is kept. Thread-safe.
 */
@FunctionalInterface
public interface CallbackKeys {

    /** The account's key, made when it is first asked for. */
    String of(AccountId account);
}
