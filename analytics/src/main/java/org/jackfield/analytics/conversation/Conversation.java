package org.jackfield.analytics.conversation;

import org.jackfield.analytics.transcript.Transcript;

/** A conversation as it is kept: free of secrets, with what was found in it. The transcript's id is the conversation's. Immutable. */
public record Conversation(ConversationHead head, Transcript transcript, Findings findings) {

    public String account() {
        return head.account();
    }

    public String id() {
        return head.id();
    }
}
