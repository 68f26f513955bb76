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
        return new SignIn.Stores(new MemoryAccounts(), people, people,
                new StoredSipDirectory(new MemorySipAccess(), unit), unit);
    }
}
