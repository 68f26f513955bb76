package org.jackfield.engine.call;

class InMemoryCallStoresTest extends CallStoresContract {

    @Override
    protected Stores stores() {
        InMemoryCalls calls = new InMemoryCalls();
        return new Stores(calls, new InMemoryInstructions(calls), new InMemoryRecordings());
    }
}
