package org.jackfield.analytics.conversation;

class InMemoryStoresTest extends StoresContract {

    @Override
    protected ConversationStores open() {
        return InMemoryStores.open();
    }
}
