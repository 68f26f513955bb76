package org.jackfield.engine.directory;

import org.jackfield.engine.unit.DirectUnitOfWork;

class MemoryDirectoryTest extends DirectoryContract {

    @Override
    protected Stores stores() {
        return new Stores(new MemoryAccounts(), new MemoryApiKeys(), new MemoryNumbers(), new MemorySipAccess(),
                new DirectUnitOfWork());
    }
}
