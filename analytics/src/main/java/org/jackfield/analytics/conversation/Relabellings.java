package org.jackfield.analytics.conversation;

import java.util.Optional;

/** Where it is kept how far archives are labelled anew, one an account. Methods join the open transaction. Thread-safe. */
public interface Relabellings {

    Optional<Relabelling> find(String account);

    /** Keeps it in place of the one that the account has. */
    void put(Relabelling relabelling);

    /** An unfinished one; nobody else gets it until the transaction ends. Empty if there is none that is free. */
    Optional<Relabelling> claim();
}
