package org.jackfield.engine.store.tenant;

import java.util.function.Supplier;
import org.jackfield.engine.directory.CallbackKeys;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callback keys in the database: every node signs with the same one. */
public final class JdbcCallbackKeys implements CallbackKeys {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private final Supplier<String> fresh;

    /** @param fresh makes a key that nobody can guess */
    public JdbcCallbackKeys(JdbcClient jdbc, UnitOfWork unit, Supplier<String> fresh) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.fresh = fresh;
    }

    @Override
    public String of(AccountId account) {
        return unit.run(() -> {
            jdbc.sql("INSERT INTO callback_key (account_id, key) VALUES (:account, :key) ON CONFLICT DO NOTHING")
                    .param("account", account.value())
                    .param("key", fresh.get())
                    .update();
            return jdbc.sql("SELECT key FROM callback_key WHERE account_id = :account")
                    .param("account", account.value())
                    .query(String.class)
                    .single();
        });
    }
}
