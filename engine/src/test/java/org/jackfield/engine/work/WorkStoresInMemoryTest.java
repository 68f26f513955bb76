package org.jackfield.engine.work;

class WorkStoresInMemoryTest extends WorkStoresContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
