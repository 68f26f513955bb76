package org.jackfield.analytics.conversation;

/** All stores of conversations, on memory or on the database. */
public record Stores(Conversations conversations, Definitions definitions, Relabellings relabellings, Reviews reviews,
        KeepingRules rules) {

    public static Stores inMemory() {
        return new Stores(new InMemoryConversations(), new InMemoryDefinitions(), new InMemoryRest.OfRelabellings(),
                new InMemoryRest.OfReviews(), new InMemoryRest.OfRules());
    }
}
