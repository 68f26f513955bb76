package org.jackfield.analytics.conversation;

/** All stores of conversations and what belongs to them. */
public record ConversationStores(Conversations conversations, Definitions definitions, Relabellings relabellings,
        Reviews reviews, KeepingRules rules) {}
