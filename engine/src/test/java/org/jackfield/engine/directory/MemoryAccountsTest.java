package org.jackfield.engine.directory;

import org.jackfield.engine.unit.DirectUnitOfWork;

class MemoryAccountsTest extends AccountsContract {

    @Override
    protected Stores stores() {
        MemoryApiKeys keys = new MemoryApiKeys();
        return new Stores(new MemoryAccounts(), keys, new MemorySigningSecrets(keys), new MemorySipAccess(),
                new DirectUnitOfWork());
    }
}
