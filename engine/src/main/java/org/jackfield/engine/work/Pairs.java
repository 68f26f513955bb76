package org.jackfield.engine.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jackfield.engine.work.WorkspaceAssigner.Pair;

/**
 * Pairs that were found and are still to be offered, together in one commit: a commit costs the same for many of them. An item or a
 * worker is among them once; who comes a second time makes the others go first. Belongs to the loop of a workspace.
 */
final class Pairs {

    /** So that the first of many does not wait for the last, and no commit holds locks for long. */
    private static final int MOST = 50;

    private final Function<List<Pair>, Set<Pair>> offer;
    private final Consumer<Pair> refused;
    private final List<Pair> found = new ArrayList<>();
    private final Set<String> foundIds = new HashSet<>();
    private final Set<String> pairedIds = new HashSet<>();

    /**
     * @param offer writes them and answers which of them it wrote
     * @param refused told of each that was not written, also when the writing failed
     */
    Pairs(Function<List<Pair>, Set<Pair>> offer, Consumer<Pair> refused) {
        this.offer = offer;
        this.refused = refused;
    }

    void add(Pair pair) {
        if (found.size() == MOST || foundIds.contains(pair.itemId()) || foundIds.contains(pair.workerId())) {
            write();
        }
        found.add(pair);
        foundIds.addAll(List.of(pair.itemId(), pair.workerId()));
        pairedIds.addAll(List.of(pair.itemId(), pair.workerId()));
    }

    /** Whether the item or worker was paired since the last {@link #assign}. */
    boolean wasPaired(String id) {
        return pairedIds.contains(id);
    }

    /** Offers what was found. */
    void assign() {
        write();
        pairedIds.clear();
    }

    /** What was found and not offered yet is refused: something on the way failed. */
    void giveUp() {
        found.forEach(refused);
        forget();
        pairedIds.clear();
    }

    private void write() {
        if (found.isEmpty()) {
            return;
        }
        List<Pair> pairs = List.copyOf(found);
        Set<Pair> offered = offer.apply(pairs);
        forget();
        pairs.stream().filter(pair -> !offered.contains(pair)).forEach(refused);
    }

    private void forget() {
        found.clear();
        foundIds.clear();
    }
}
