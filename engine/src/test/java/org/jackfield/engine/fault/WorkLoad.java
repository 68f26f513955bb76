package org.jackfield.engine.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jackfield.engine.fault.ClientLog.Entry;
import org.jackfield.engine.fault.ClientLog.Kind;

/**
 * Customers that queue items at any node, and agents that accept what they are offered and complete it a moment later, at any
 * node. Who gets no answer asks another node. Thread-safe.
 */
final class WorkLoad implements AutoCloseable {

    /** More need not wait at once: the queue is not what is tried here. */
    private static final int MOST_OPEN = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;
    private static final int AGENT_TAKES_MILLIS = 20;

    private final Supplier<List<NodeProcess>> nodes;
    private final ClientLog log;
    private final Random random;
    private final String queue;
    private final Clock clock = Clock.systemUTC();
    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private final Map<String, Entry> completed = new ConcurrentHashMap<>();
    private final AtomicInteger agents = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What became of a request. */
    private enum Outcome {
        DONE,
        LATE,
        /** A node died with the answer. */
        UNKNOWN
    }

    WorkLoad(Supplier<List<NodeProcess>> nodes, String queue, ClientLog log, long seed) {
        this.nodes = nodes;
        this.queue = queue;
        this.log = log;
        this.random = new Random(seed);
    }

    void start(int customers) {
        for (int i = 0; i < customers; i++) {
            Thread.ofVirtual().name("customer-" + i).start(this::queueItems);
        }
    }

    /** No more items come. */
    @Override
    public void close() {
        stopped.countDown();
    }

    /** How many acknowledged items nobody has completed, as far as the agents know. */
    int open() {
        return log.queued() - completed.size();
    }

    /** How many items the agents have completed. */
    int completed() {
        return completed.size();
    }

    /** Whether no agent is waiting for an answer. */
    boolean isQuiet() {
        return agents.get() == 0;
    }

    /** What a node told. */
    void hear(String node, String[] words) {
        if (words[0].equals("offer") && offered.add(words[1])) {
            Entry offer = new Entry(Kind.OFFERED, node, words[3], words[1], words[2], clock.instant());
            log.add(offer);
            agents.incrementAndGet();
            Thread.ofVirtual().name("agent").start(() -> serve(offer));
        }
    }

    private void queueItems() {
        while (!isStopped()) {
            Optional<String[]> answer = open() < MOST_OPEN ? ask("enqueue", queue) : Optional.empty();
            if (answer.filter(words -> words[0].equals("done")).isPresent()) {
                log.add(new Entry(Kind.QUEUED, "", answer.get()[1], "", "", clock.instant()));
            } else {
                pause(PAUSE_MILLIS);
            }
        }
    }

    private void serve(Entry offer) {
        try {
            pause(random.nextInt(AGENT_TAKES_MILLIS));
            Outcome accepted = insist("accept", offer.reservation());
            if (accepted == Outcome.DONE) {
                log.add(told(Kind.ACCEPTED, offer));
            }
            if (accepted != Outcome.LATE) {
                pause(random.nextInt(AGENT_TAKES_MILLIS));
                complete(offer);
            }
        } finally {
            agents.decrementAndGet();
        }
    }

    private void complete(Entry offer) {
        Outcome outcome = insist("complete", offer.item());
        if (outcome == Outcome.DONE) {
            log.add(told(Kind.COMPLETED, offer));
        }
        if (outcome != Outcome.LATE) {
            completed.put(offer.item(), offer);
        }
    }

    private Entry told(Kind kind, Entry offer) {
        return new Entry(kind, offer.node(), offer.item(), offer.reservation(), offer.worker(), clock.instant());
    }

    private Outcome insist(String command, String id) {
        Instant end = clock.instant().plus(PATIENCE);
        boolean unanswered = false;
        while (clock.instant().isBefore(end)) {
            Optional<String[]> answer = ask(command, id);
            unanswered |= answer.isEmpty();
            String word = answer.map(words -> words[0]).orElse("");
            if (word.equals("done")) {
                return Outcome.DONE;
            } else if (word.equals("late")) {
                return unanswered ? Outcome.UNKNOWN : Outcome.LATE;
            }
            pause(PAUSE_MILLIS);
        }
        return Outcome.UNKNOWN;
    }

    private Optional<String[]> ask(String command, String id) {
        List<NodeProcess> ready = nodes.get().stream().filter(NodeProcess::isReady).toList();
        return ready.isEmpty() ? Optional.empty() : ready.get(random.nextInt(ready.size())).ask(command, id);
    }

    /** The agents go on when no more items come. */
    private static void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
