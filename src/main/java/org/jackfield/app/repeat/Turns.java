package org.jackfield.app.repeat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets one request of a name through at a time on this node, so that repeats wait here and not on a connection to the
 * database. Thread-safe.
 */
final class Turns {

    private static final int PATIENCE_SECONDS = 10;

    private final Map<String, CompletableFuture<Void>> taken = new ConcurrentHashMap<>();

    /** Waits for the turn; false when the one before does not end. */
    boolean take(String name) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = taken.putIfAbsent(name, mine);
        while (before != null) {
            if (!hasEnded(before)) {
                return false;
            }
            before = taken.putIfAbsent(name, mine);
        }
        return true;
    }

    /** Gives the turn that was taken back. */
    void give(String name) {
        CompletableFuture<Void> mine = taken.remove(name);
        if (mine != null) {
            mine.complete(null);
        }
    }

    private static boolean hasEnded(CompletableFuture<Void> turn) {
        try {
            turn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException late) {
            return false;
        }
    }
}
