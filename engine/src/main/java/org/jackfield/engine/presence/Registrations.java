package org.jackfield.engine.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * The location service of RFC 3261, section 10: which contacts an address of record has now. Entries expire by
 * themselves. Thread-safe.
 */
public interface Registrations {

    /**
     * One binding. The address of record is {@code user@domain}; the contact is the URI to send requests to; received is
     * the transport address {@code ip:port} that the request came from; order within one Call-ID is by CSeq.
     */
    record Binding(AccountId account, String addressOfRecord, String contact, String received, String transport,
            String callId, long cseq, Instant expires) {}

    /** A binding and the node where it was made last, {@code name:incarnation}; empty when that is not known. */
    record Located(Binding binding, String node) {

        /** Whether every node reaches it, so that it outlives the one where it was made. */
        boolean isEverywhere() {
            return binding.transport().equals("udp");
        }
    }

    /** Adds or refreshes; false when an older CSeq of the same Call-ID arrives late (RFC 3261, section 10.3, step 7). */
    boolean register(Binding binding);

    void remove(AccountId account, String addressOfRecord, String contact);

    void removeAll(AccountId account, String addressOfRecord);

    /** The bindings that have not expired, newest first. */
    List<Binding> find(AccountId account, String addressOfRecord);

    /** The bindings of several addresses of record that have not expired, in one read. */
    List<Located> locate(AccountId account, Set<String> addressesOfRecord);

    /** Bounds of what a phone may ask for. */
    record Limits(Duration least, Duration most, int contactsPerUser) {}
}
