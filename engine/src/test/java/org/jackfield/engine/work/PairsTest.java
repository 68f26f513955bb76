package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.WorkspaceAssigner.Pair;
import org.junit.jupiter.api.Test;

/** Pairs that go together. */
class PairsTest {

    private final List<List<Pair>> commits = new ArrayList<>();
    private final List<Pair> refused = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Pairs pairs = new Pairs(this::offer, refused::add);

    private Set<Pair> offer(List<Pair> together) {
        if (taken.contains("store")) {
            throw new ConflictException("another was first");
        }
        commits.add(together);
        Set<Pair> offered = new HashSet<>(together);
        offered.removeIf(pair -> taken.contains(pair.itemId()));
        return offered;
    }

    @Test
    void offersTogetherWhatWasFoundTogether() {
        pairs.add(new Pair("i1", "w1"));
        pairs.add(new Pair("i2", "w2"));
        assertThat(commits).isEmpty();

        pairs.assign();
        pairs.assign();

        assertThat(commits).containsExactly(List.of(new Pair("i1", "w1"), new Pair("i2", "w2")));
        assertThat(refused).isEmpty();
    }

    @Test
    void offersAnItemOrAWorkerOnceInACommit() {
        pairs.add(new Pair("i1", "w1"));
        pairs.add(new Pair("i1", "w2"));
        pairs.add(new Pair("i2", "w2"));

        pairs.assign();

        assertThat(commits).containsExactly(List.of(new Pair("i1", "w1")), List.of(new Pair("i1", "w2")),
                List.of(new Pair("i2", "w2")));
    }

    @Test
    void offersAtMostFiftyInACommit() {
        IntStream.range(0, 120).forEach(i -> pairs.add(new Pair("i" + i, "w" + i)));

        pairs.assign();

        assertThat(commits).extracting(List::size).containsExactly(50, 50, 20);
    }

    @Test
    void tellsWhoWasNotFree() {
        taken.add("i1");
        pairs.add(new Pair("i1", "w1"));
        pairs.add(new Pair("i2", "w2"));

        pairs.assign();

        assertThat(refused).containsExactly(new Pair("i1", "w1"));
    }

    @Test
    void tellsOfAllWhenTheyCannotBeWritten() {
        taken.add("store");
        pairs.add(new Pair("i1", "w1"));
        pairs.add(new Pair("i2", "w2"));

        assertThatThrownBy(pairs::assign).isInstanceOf(ConflictException.class);
        pairs.giveUp();
        pairs.giveUp();

        assertThat(refused).containsExactly(new Pair("i1", "w1"), new Pair("i2", "w2"));
        assertThat(pairs.wasPaired("i1")).isFalse();
    }

    @Test
    void knowsWhoWasPairedUntilAllAreOffered() {
        pairs.add(new Pair("i1", "w1"));
        pairs.add(new Pair("i1", "w2"));

        assertThat(pairs.wasPaired("w1")).isTrue();
        assertThat(pairs.wasPaired("i1")).isTrue();
        assertThat(pairs.wasPaired("w3")).isFalse();
        pairs.assign();
        assertThat(pairs.wasPaired("w1")).isFalse();
    }
}
