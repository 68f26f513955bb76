package org.jackfield.engine.work.table;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where items of the past would have gone by a table. An item that had moved on to a later target of its policy is compared
 * with the target of the same number, or the last; one whose row sets no priority keeps the one that it has.
 *
 * @param since how far back it was looked
 * @param lookedAt how many items were looked at, newest first
 * @param complete whether these are all items since then
 * @param fates how many items have which fate
 * @param rows how many items each row takes, by its number
 * @param queues how many items were in each queue and would be, by its id
 * @param differences the newest items that would have gone elsewhere
 */
public record Preview(Instant since, int lookedAt, boolean complete, Map<Fate, Integer> fates,
        Map<Integer, Integer> rows, Map<String, Counts> queues, List<Difference> differences) {

    /** What would have been. */
    public enum Fate {
        UNCHANGED,
        OTHER_QUEUE,
        OTHER_PRIORITY,
        /** No row takes it, so it would be cancelled as it comes in. */
        NOWHERE;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Items in a queue as it was, and as it would have been. */
    public record Counts(int were, int wouldBe) {}

    /** A queue, by its id, and a priority in it. */
    public record Spot(String queueId, int priority) {}

    /** An item that would have gone elsewhere; without a row nowhere. An empty queue is none. */
    public record Difference(String workItemId, Instant created, Fate fate, Spot was, Optional<Integer> row,
            Optional<Spot> wouldBe) {}
}
