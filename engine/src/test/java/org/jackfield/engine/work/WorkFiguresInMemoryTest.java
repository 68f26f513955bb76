package org.jackfield.engine.work;

class WorkFiguresInMemoryTest extends WorkFiguresContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
