package org.jackfield.analytics.conversation;

/** All stores of conversations in memory. */
final class InMemoryStores {

    private InMemoryStores() {}

    static ConversationStores open() {
        return new ConversationStores(new InMemoryConversations(), new InMemoryDefinitions(),
                new InMemoryRest.OfRelabellings(), new InMemoryRest.OfReviews(), new InMemoryRest.OfRules());
    }
}
