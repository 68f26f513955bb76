package org.jackfield.engine.store.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.node.NodeId;

/**
 * Nodes of which the cluster says that they are gone. The database needs a moment to see a broken connection, so it is asked
 * several times; who is still witnessed then has only lost sight of the others. Thread-safe.
 */
final class Suspects {

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Map<NodeId, Integer> looks = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);

    void add(NodeId node) {
        looks.put(node, 0);
        news.release();
    }

    /** Waits for the next look: until somebody is suspected, or for the time given. */
    void await(Duration usual) throws InterruptedException {
        Duration time = looks.isEmpty() ? usual : BETWEEN_LOOKS;
        if (news.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** Ends a waiting. */
    void wake() {
        news.release();
    }

    /** Declares those lost whose session has ended. */
    void judge(NodeTable table) {
        looks.replaceAll((_, before) -> before + 1);
        looks.entrySet().removeIf(entry -> isLost(entry.getKey(), table) || entry.getValue() >= LOOKS);
    }

    private static boolean isLost(NodeId node, NodeTable table) {
        if (table.isWitnessed(node)) {
            return false;
        }
        table.declareLost(node);
        return true;
    }
}
