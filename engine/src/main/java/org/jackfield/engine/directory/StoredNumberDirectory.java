package org.jackfield.engine.directory;

import java.util.Optional;
import org.jackfield.engine.tenant.NumberAssignment;
import org.jackfield.engine.tenant.NumberDirectory;
import org.jackfield.engine.unit.UnitOfWork;

/** The number directory over the store. */
public final class StoredNumberDirectory implements NumberDirectory {

    private final NumberStore store;
    private final UnitOfWork unit;

    public StoredNumberDirectory(NumberStore store, UnitOfWork unit) {
        this.store = store;
        this.unit = unit;
    }

    @Override
    public Optional<NumberAssignment> find(String number) {
        return unit.read(() -> store.byNumber(number).flatMap(IncomingNumber::assignment));
    }
}
