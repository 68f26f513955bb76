package org.jackfield.engine.people;

import org.jackfield.engine.directory.MemoryAccounts;
import org.jackfield.engine.directory.MemorySipAccess;
import org.jackfield.engine.directory.StoredSipDirectory;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;

class MemoryPeopleTest extends PeopleContract {

    @Override
    protected SignIn.Stores stores() {
        MemoryPeople people = new MemoryPeople();
        UnitOfWork unit = new DirectUnitOfWork();
        MemoryAccounts accounts = new MemoryAccounts();
        return new SignIn.Stores(accounts, people, people,
                new StoredSipDirectory(new MemorySipAccess(), accounts, unit), unit);
    }
}
