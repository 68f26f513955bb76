package org.jackfield.analytics.conversation;

class InMemoryStoresTest extends StoresContract {

    @Override
    protected Stores open() {
        return Stores.inMemory();
    }
}
