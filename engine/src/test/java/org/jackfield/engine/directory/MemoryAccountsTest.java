package org.jackfield.engine.directory;

import org.jackfield.engine.unit.DirectUnitOfWork;

class MemoryAccountsTest extends AccountsContract {

    @Override
    protected Stores stores() {
        return new Stores(new MemoryAccounts(), new MemoryApiKeys(), new MemorySipAccess(), new DirectUnitOfWork());
    }
}
