package org.jackfield.engine.presence;

import org.jackfield.engine.time.SettableClock;

class MemoryRegistrationsTest extends RegistrationsContract {

    @Override
    protected Registrations create(SettableClock clock) {
        return new MemoryRegistrations(clock);
    }
}
