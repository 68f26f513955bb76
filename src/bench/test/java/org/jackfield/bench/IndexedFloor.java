package org.jackfield.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jackfield.bench.DecideBench.FloorShape;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.match.Candidate;
import org.jackfield.engine.work.match.Matcher;
import org.jackfield.engine.work.match.QueueRule;
import org.jackfield.engine.work.match.Seeker;
import org.jackfield.engine.work.match.Wish;

/** The product's matcher, with queues that ask for a skill by expression. */
final class IndexedFloor implements DecideBench.Floor {

    private static final char IN = '@';
    private static final Map<String, Integer> BUSY = Map.of("voice", 1);

    private final FloorShape shape;
    private final Matcher matcher = new Matcher();
    private final Wish[] wishes;
    private final String[] names;
    private final List<Map<String, ?>> facts = new ArrayList<>();
    private long made;

    IndexedFloor(FloorShape shape) {
        this.shape = shape;
        this.wishes = IntStream.range(0, shape.queues())
                .mapToObj(queue -> Wish.inQueue("WQ" + queue, "voice"))
                .toArray(Wish[]::new);
        this.names = IntStream.range(0, shape.workers()).mapToObj(worker -> "WK" + worker).toArray(String[]::new);
    }

    @Override
    public void fill(Random random) {
        for (int queue = 0; queue < shape.queues(); queue++) {
            matcher.put(new QueueRule("WQ" + queue,
                    Optional.of(Expression.parse("skills HAS " + queue, Scope.WORKER)), QueueRule.Order.FIFO, 1));
        }
        for (int[] served : shape.served(random)) {
            facts.add(Map.of("skills", IntStream.of(served).boxed().toList()));
            matcher.put(worker(facts.size() - 1, BUSY));
        }
        for (int i = 0; i < shape.waiting(); i++) {
            arrive(random.nextInt(shape.queues()), random);
        }
    }

    @Override
    public void decide(Random random) {
        int worker = random.nextInt(shape.workers());
        matcher.put(worker(worker, Map.of()));
        Optional<String> item = matcher.bestItem(names[worker]);
        if (item.isPresent()) {
            matcher.offer(item.get(), names[worker]);
            matcher.removeItem(item.get());
            arrive(queueOf(item.get()), random);
        } else {
            matcher.put(worker(worker, BUSY));
        }
    }

    private static int queueOf(String id) {
        return Integer.parseInt(id, id.indexOf(IN) + 1, id.length(), 10);
    }

    private void arrive(int queue, Random random) {
        String id = "WT" + made++ + IN + queue;
        matcher.put(new Seeker(id, wishes[queue],
                new Seeker.Turn(random.nextInt(FloorShape.PRIORITIES), at()), 0, Set.of()));
        matcher.bestWorker(id)
                .ifPresent(worker -> {
                    throw new IllegalStateException(worker + " is busy");
                });
    }

    private Candidate worker(int worker, Map<String, Integer> open) {
        return new Candidate(names[worker], facts.get(worker), new Candidate.Standing("WA1", true, false, at()),
                Map.of(), open);
    }

    private Instant at() {
        return FloorShape.START.plusMillis(made);
    }
}
