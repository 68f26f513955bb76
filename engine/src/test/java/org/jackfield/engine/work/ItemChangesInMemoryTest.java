package org.jackfield.engine.work;

class ItemChangesInMemoryTest extends ItemChangesContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
