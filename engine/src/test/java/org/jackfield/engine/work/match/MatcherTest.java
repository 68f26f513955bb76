package org.jackfield.engine.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Ordering;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.match.QueueRule.Order;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final Matcher matcher = new Matcher();

    @Test
    void takesTheLongestIdleAmongThoseWhoServeTheQueue() {
        queue("sales", "skills HAS 'sales'", Order.FIFO, 1);
        worker("ann", 20, Map.of("skills", List.of("sales")), 1);
        worker("bob", 10, Map.of("skills", List.of("sales")), 1);
        worker("cyd", 0, Map.of("skills", List.of("legal")), 1);
        item("i1", wish("sales"), 0, 0);

        assertThat(matcher.bestWorker("i1")).contains("bob");
        matcher.offer("i1", "bob");
        assertThat(matcher.bestWorker("i1")).isEmpty();
        assertThat(matcher.bestItem("bob")).isEmpty();
        assertThat(matcher.bestItem("ann")).isEmpty();
    }

    @Test
    void servesEachQueueInItsOrderAndTheirHeadsByPriorityAndStart() {
        queue("first", "", Order.FIFO, 1);
        queue("last", "", Order.LIFO, 1);
        item("f1", wish("first"), 0, 20);
        item("f2", wish("first"), 0, 30);
        item("l1", wish("last"), 0, 10);
        item("l2", wish("last"), 0, 25);
        item("l3", wish("last"), 1, 40);
        worker("ann", 0, Map.of(), 5);

        assertThat(turns("ann")).containsExactly("l3", "f1", "l2", "l1", "f2");
    }

    @Test
    void servesQueuesOfThePreferredOrderFirstWhenPrioritiesAreEqual() {
        queue("first", "", Order.FIFO, 1);
        queue("last", "", Order.LIFO, 1);
        item("f1", wish("first"), 0, 10);
        item("f2", wish("first"), 2, 40);
        item("l1", wish("last"), 0, 20);
        item("l2", wish("last"), 0, 30);
        worker("ann", 0, Map.of(), 5);
        matcher.prefer(Order.LIFO);

        assertThat(turns("ann")).containsExactly("f2", "l2", "l1", "f1");
    }

    @Test
    void givesNothingMoreToWhoTakesOneAtATime() {
        queue("all", "", Order.FIFO, 1);
        worker(new Candidate("ann", Map.of(), standing("on", true, 0),
                new Candidate.Limits(Map.of("chat", 3), Set.of("sms"), true), Map.of()));
        item("s1", Wish.inQueue("all", "sms"), 5, 0);
        item("c1", Wish.inQueue("all", "chat"), 0, 1);
        item("c2", Wish.inQueue("all", "chat"), 0, 2);

        assertThat(turns("ann")).containsExactly("c1");
    }

    @Test
    void keepsToTheCapacityOfEachMedium() {
        queue("all", "", Order.FIFO, 1);
        worker(new Candidate("ann", Map.of(), standing("on", true, 0), Map.of("voice", 1, "chat", 2, "sms", 0),
                Map.of("chat", 1)));
        for (String medium : List.of("voice", "chat", "sms", "video")) {
            for (int i = 0; i < 3; i++) {
                item(medium + i, Wish.inQueue("all", medium), 0, i);
            }
        }

        assertThat(turns("ann")).containsExactly("chat0", "video0", "voice0");
    }

    @Test
    void asksTheKnownWorkerAloneByIdOrNameHoweverMuchHeHasIfToldSo() {
        queue("all", "", Order.FIFO, 1);
        worker(new Candidate("WK1", Map.of("friendly_name", "Ann"), standing("on", true, 0), Map.of(),
                Map.of("voice", 1)));
        worker(new Candidate("WK2", Map.of("friendly_name", "Bob"), standing("on", true, 0), Map.of(), Map.of()));
        item("patient", known("ANN", false), 0, 0);
        item("urgent", known("wk1", true), 0, 0);
        item("lost", known("nobody", false), 0, 0);

        assertThat(matcher.bestWorker("patient")).isEmpty();
        assertThat(matcher.bestWorker("lost")).isEmpty();
        assertThat(matcher.bestWorker("urgent")).contains("WK1");
        assertThat(matcher.bestItem("WK2")).isEmpty();
        worker(new Candidate("WK2", Map.of("friendly_name", "Ann"), standing("on", true, 0), Map.of(), Map.of()));
        assertThat(matcher.bestItem("WK2")).contains("patient");
    }

    @Test
    void asksByTheOrderOfTheTarget() {
        queue("all", "", Order.FIFO, 3);
        worker("ann", 0, Map.of("level", 1), 1);
        worker("bob", 1, Map.of("level", 7), 1);
        worker("cyd", 2, Map.of(), 1);
        item("i1", new Wish("all", "voice", Optional.empty(), Optional.of(Ordering.parse("worker.level DESC")),
                Optional.empty(), false), 0, 0);

        assertThat(workers("i1")).containsExactly("bob", "ann", "cyd");
    }

    @Test
    void offersToAsManyAsTheQueueSaysAndNeverTwiceToOne() {
        queue("all", "", Order.FIFO, 2);
        worker("ann", 0, Map.of(), 5);
        worker("bob", 1, Map.of(), 5);
        worker("cyd", 2, Map.of(), 5);
        item("i1", wish("all"), 0, 0);

        assertThat(workers("i1")).containsExactly("ann", "bob");
        matcher.put(new Seeker("i1", wish("all"), new Seeker.Turn(0, START), 1, Set.of("ann", "bob")));
        assertThat(workers("i1")).containsExactly("cyd");
    }

    @Test
    void followsAWorkerWhoChanges() {
        queue("sales", "skills HAS 'sales'", Order.FIFO, 1);
        worker("ann", 0, Map.of("skills", List.of("legal")), 1);
        item("i1", wish("sales"), 0, 0);
        assertThat(matcher.bestWorker("i1")).isEmpty();
        assertThat(matcher.counts("sales")).containsEntry("available", 0);

        worker("ann", 0, Map.of("skills", List.of("sales")), 1);
        assertThat(matcher.bestWorker("i1")).contains("ann");
        assertThat(matcher.counts("sales")).containsEntry("available", 1).containsEntry("on", 1);
        worker(new Candidate("ann", Map.of("skills", List.of("sales")), standing("off", false, 0), Map.of(),
                Map.of()));
        assertThat(matcher.bestWorker("i1")).isEmpty();
        assertThat(matcher.counts("sales")).containsEntry("unavailable", 1).containsEntry("on", 0);
        assertThat(matcher.takingWork()).isZero();
        matcher.removeWorker("ann");
        assertThat(matcher.counts("sales")).containsEntry("unavailable", 0);
        assertThat(matcher.workersByIdleTime()).isEmpty();
    }

    @Test
    void followsAQueueThatChanges() {
        item("i1", wish("sales"), 0, 0);
        worker("ann", 0, Map.of("skills", List.of("legal")), 1);
        queue("sales", "skills HAS 'sales'", Order.FIFO, 1);
        assertThat(matcher.bestWorker("i1")).isEmpty();

        queue("sales", "skills HAS 'legal'", Order.FIFO, 1);
        assertThat(matcher.bestWorker("i1")).contains("ann");
        matcher.removeQueue("sales");
        assertThat(matcher.bestWorker("i1")).isEmpty();
        assertThat(matcher.bestItem("ann")).isEmpty();
    }

    @Test
    void followsTheLoadWhenAConditionAsksForIt() {
        queue("spare", "worker.channel.voice.assigned_tasks < 1", Order.FIFO, 1);
        queue("all", "", Order.FIFO, 1);
        worker("ann", 0, Map.of(), 3);
        item("i1", wish("spare"), 0, 0);
        item("i2", wish("spare"), 0, 1);
        item("i3", new Wish("all", "voice",
                Optional.of(Expression.parse("channel.voice.available_capacity_percentage < 50", Scope.WORKER)),
                Optional.empty(), Optional.empty(), false), 5, 0);
        item("i4", wish("all"), 0, 3);

        assertThat(turns("ann")).containsExactly("i1", "i4", "i3");
        assertThat(matcher.counts("spare")).containsEntry("available", 0);
    }

    @Test
    void keepsAConditionsWorkersWhileItemsComeAndGo() {
        queue("all", "", Order.FIFO, 1);
        for (int level = 0; level < 200; level++) {
            worker("w" + level, level, Map.of("level", level), 1);
        }
        for (int level = 0; level < 200; level++) {
            Wish wish = new Wish("all", "voice",
                    Optional.of(Expression.parse("level >= " + level, Scope.WORKER)), Optional.empty(),
                    Optional.empty(), false);
            item("i" + level, wish, 0, 0);
            assertThat(matcher.bestWorker("i" + level)).contains("w" + level);
            matcher.removeItem("i" + level);
        }
    }

    private List<String> turns(String worker) {
        List<String> turns = new ArrayList<>();
        for (Optional<String> item = matcher.bestItem(worker); item.isPresent(); item = matcher.bestItem(worker)) {
            turns.add(item.get());
            matcher.offer(item.get(), worker);
        }
        return turns;
    }

    private List<String> workers(String item) {
        List<String> asked = new ArrayList<>();
        for (Optional<String> worker = matcher.bestWorker(item); worker.isPresent(); worker = matcher
                .bestWorker(item)) {
            asked.add(worker.get());
            matcher.offer(item, worker.get());
        }
        return asked;
    }

    private void queue(String id, String condition, Order order, int maxReserved) {
        matcher.put(new QueueRule(id,
                condition.isEmpty() ? Optional.empty() : Optional.of(Expression.parse(condition, Scope.WORKER)), order,
                maxReserved));
    }

    private void worker(String id, int idleSince, Map<String, Object> facts, int capacity) {
        worker(new Candidate(id, new HashMap<>(facts), standing("on", true, idleSince), Map.of("voice", capacity),
                Map.of()));
    }

    private void worker(Candidate candidate) {
        matcher.put(candidate);
    }

    private void item(String id, Wish wish, int priority, int start) {
        matcher.put(new Seeker(id, wish, new Seeker.Turn(priority, START.plusSeconds(start)), 0, Set.of()));
    }

    private static Wish wish(String queue) {
        return Wish.inQueue(queue, "voice");
    }

    private static Wish known(String name, boolean ignoresCapacity) {
        return new Wish("all", "voice", Optional.empty(), Optional.empty(), Optional.of(name), ignoresCapacity);
    }

    private static Candidate.Standing standing(String activity, boolean available, int idleSince) {
        return new Candidate.Standing(activity, available, false, START.plusSeconds(idleSince));
    }
}
