package org.jackfield.engine.work;

class DistributorInMemoryTest extends DistributorContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
