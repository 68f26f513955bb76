package org.jackfield.engine.fault;

import java.time.Instant;
import java.util.List;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What the clients of the nodes were told, in the order in which they heard it. Thread-safe. */
final class ClientLog {

    /** What a client can be told. */
    enum Kind {
        /** An item was acknowledged. */
        QUEUED,
        /** A worker was offered an item. */
        OFFERED,
        /** His acceptance was acknowledged. */
        ACCEPTED,
        /** The completion of his item was acknowledged. */
        COMPLETED
    }

    /** One answer, with the item and, where there is one, the reservation and the worker; otherwise they are empty. */
    record Entry(Kind kind, String node, String item, String reservation, String worker, Instant heard) {}

    private final Collection<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();

    ClientLog() {}

    ClientLog(List<Entry> heard) {
        entries.addAll(heard);
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entry.kind() == Kind.QUEUED) {
            queued.incrementAndGet();
        }
    }

    int queued() {
        return queued.get();
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    Stream<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }
}
