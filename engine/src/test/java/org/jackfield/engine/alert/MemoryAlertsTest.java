package org.jackfield.engine.alert;

import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;

class MemoryAlertsTest extends AlertsContract {

    @Override
    protected Alerts alerts() {
        return new MemoryAlerts();
    }

    @Override
    protected UnitOfWork unit() {
        return new DirectUnitOfWork();
    }
}
