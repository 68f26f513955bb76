package org.jackfield.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jackfield.bench.DecideBench.FloorShape;

/**
 * The reference: a list of what waits, and a look at all of it for each decision. Who serves which queue is known beforehand
 * here too, as a set of bits, so that only the search differs.
 */
final class ScannedFloor implements DecideBench.Floor {

    private record Item(int queue, int priority, long start) {}

    private final FloorShape shape;
    private final List<Item> waiting = new ArrayList<>();
    private final List<BitSet> served = new ArrayList<>();
    private long made;

    ScannedFloor(FloorShape shape) {
        this.shape = shape;
    }

    @Override
    public void fill(Random random) {
        for (int[] queues : shape.served(random)) {
            BitSet bits = new BitSet();
            IntStream.of(queues).forEach(bits::set);
            served.add(bits);
        }
        for (int i = 0; i < shape.waiting(); i++) {
            arrive(random.nextInt(shape.queues()), random);
        }
    }

    @Override
    public void decide(Random random) {
        BitSet mine = served.get(random.nextInt(shape.workers()));
        int best = -1;
        for (int i = 0; i < waiting.size(); i++) {
            Item item = waiting.get(i);
            if (mine.get(item.queue()) && (best < 0 || comesBefore(item, waiting.get(best)))) {
                best = i;
            }
        }
        if (best >= 0) {
            int queue = waiting.get(best).queue();
            waiting.set(best, waiting.getLast());
            waiting.removeLast();
            arrive(queue, random);
        }
    }

    private static boolean comesBefore(Item one, Item other) {
        return one.priority() != other.priority() ? one.priority() > other.priority() : one.start() < other.start();
    }

    private void arrive(int queue, Random random) {
        waiting.add(new Item(queue, random.nextInt(FloorShape.PRIORITIES), made++));
    }
}
