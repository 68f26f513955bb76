package org.jackfield.engine.directory;

import org.jackfield.engine.unit.DirectUnitOfWork;

class MemoryApplicationsTest extends ApplicationsContract {

    @Override
    protected Stores stores() {
        return new Stores(new MemoryAccounts(), new MemoryApplications(), new DirectUnitOfWork());
    }
}
