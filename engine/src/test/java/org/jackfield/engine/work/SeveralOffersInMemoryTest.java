package org.jackfield.engine.work;

class SeveralOffersInMemoryTest extends SeveralOffersContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
