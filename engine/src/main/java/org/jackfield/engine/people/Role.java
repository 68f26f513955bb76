package org.jackfield.engine.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does in the contact center, and so what he may see and change. */
public enum Role {
    /** Talks with callers; has a worker. */
    AGENT,
    /** Watches calls, queues and agents, and steps in. */
    SUPERVISOR,
    /** Listens to recordings and reads figures. */
    MANAGER,
    /** Draws flows, deploys them and points numbers at them. */
    ANALYST,
    /** Everything that the account itself may do. */
    ADMIN;

    /** As people and the interface write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
