package org.jackfield.engine.work;

import org.jackfield.engine.work.table.DecisionTables;
import org.jackfield.engine.work.table.InMemoryDecisionTables;

class DecisionTableInMemoryTest extends DecisionTableContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }

    @Override
    protected DecisionTables tables() {
        return new InMemoryDecisionTables();
    }
}
