package org.jackfield.bench;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk;

/**
 * A floor on which all workers are busy and thousands of items wait: who is offered an item accepts it at once and is busy until
 * he is freed; for each item that is completed another one comes.
 */
final class BusyFloor implements OfferDesk {

    private final EngineNode node;
    private final WorkFloor floor;
    private final Executor agents = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Offer> busy = new LinkedBlockingQueue<>();
    private final Map<String, Long> freed = new ConcurrentHashMap<>();
    private final Histogram times = new ConcurrentHistogram(3);
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();

    BusyFloor(EngineNode node, WorkFloor floor) {
        this.node = node;
        this.floor = floor;
    }

    /** So many items wait for the workers, of whom each has one. */
    void fill(int waiting, Clients clients) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(waiting + floor.workers());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients.number(); i++) {
                threads.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        comesIn();
                    }
                });
            }
        }
    }

    private void comesIn() {
        node.work().enqueue(EngineItems.item(floor.queue(number.incrementAndGet())));
    }

    /** A worker completes what he has, at the instant told, and another item comes in; returns when both are committed. */
    void freeOne(long intended) throws InterruptedException {
        Offer done = busy.take();
        freed.put(done.workerId(), intended);
        EngineItems.require(node.work().complete(WorkFloor.ACCOUNT, done.workItemId(), ""));
        comesIn();
    }

    /** What was measured since the last time: from when somebody was to become free to the offer of his next item. */
    Histogram takeTimes() {
        Histogram copy = times.copy();
        times.reset();
        return copy;
    }

    /** How many workers are busy. */
    int busy() {
        return busy.size();
    }

    /** How many offers were over before they were accepted. */
    int late() {
        return late.get();
    }

    @Override
    public void offer(Offer offer) {
        Long since = freed.remove(offer.workerId());
        if (since != null) {
            times.recordValue(Math.max(0, System.nanoTime() - since));
        }
        agents.execute(() -> {
            try {
                EngineItems.require(node.work().accept(WorkFloor.ACCOUNT, offer.reservationId()));
                busy.add(offer);
            } catch (RuntimeException e) {
                late.incrementAndGet();
            }
        });
    }

    @Override
    public void rescind(Offer offer) {
        late.incrementAndGet();
    }

    @Override
    public void expired(AccountId account, String subject, String workItemId) {
        late.incrementAndGet();
    }
}
