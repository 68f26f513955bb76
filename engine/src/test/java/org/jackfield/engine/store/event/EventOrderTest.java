package org.jackfield.engine.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.ConflictException;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes whose clocks differ, many writers on few keys, random roll-backs, one resuming reader. */
@ExtendWith(PostgresExtension.class)
class EventOrderTest {

    private static final AccountId ACCOUNT = new AccountId("AC" + "0".repeat(32));
    private static final int WRITERS = 8;
    private static final int UNITS = 40;
    private static final int KEYS = 5;

    private final AtomicInteger committed = new AtomicInteger();

    @RepeatedTest(3)
    void readsEachEventOnceInKeyOrderWhateverTheOrderOfCommits(DataSource database, TestReporter reporter) {
        long seed = Long.getLong("seed", new Random(Secrets.bytes(8)[0]).nextLong());
        reporter.publishEntry("seed", Long.toString(seed));
        SettableClock late = new SettableClock();
        late.advance(Duration.ofSeconds(-3));
        List<Event> read = new CopyOnWriteArrayList<>();

        try (JdbcEvents one = new JdbcEvents(database, new SettableClock(), seed);
                JdbcEvents two = new JdbcEvents(database, late, seed + 1)) {
            long start = one.reader().lastPosition();
            CompletableFuture<?>[] writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> write(writer % 2 == 0 ? one : two, new Random(seed + writer)))
                    .toArray(CompletableFuture[]::new);
            await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(60)).until(() -> {
                read.addAll(two.reader()
                        .read(new Filter(ACCOUNT, Optional.empty(), Set.of()),
                                read.isEmpty() ? start : read.getLast().position(), 20));
                return CompletableFuture.allOf(writers).isDone() && read.size() >= committed.get();
            });
            assertThat(read).as("seed %d", seed).hasSize(committed.get());
            assertThat(read).extracting(Event::position)
                    .isEqualTo(LongStream.rangeClosed(start + 1, start + committed.get()).boxed().toList());
        }
        assertSequencesHaveNoGap(seed, read);
    }

    private static void assertSequencesHaveNoGap(long seed, List<Event> read) {
        Map<String, Long> last = new HashMap<>();
        for (Event event : read) {
            Long before = last.put(event.key(), event.seq());
            if (before != null) {
                assertThat(event.seq()).as("seed %d, %s", seed, event).isEqualTo(before + 1);
            }
        }
    }

    private CompletableFuture<Void> write(JdbcEvents node, Random random) {
        return CompletableFuture.runAsync(() -> {
            for (int unit = 0; unit < UNITS; unit++) {
                List<NewEvent> batch = batch(random);
                boolean fail = random.nextInt(10) == 0;
                commit(node, batch, fail);
            }
        }, task -> Thread.ofVirtual().start(task));
    }

    private void commit(JdbcEvents node, List<NewEvent> batch, boolean fail) {
        try {
            node.unit().run(() -> {
                node.log().append(batch);
                if (fail) {
                    throw new IllegalStateException("planted");
                }
            });
            committed.addAndGet(batch.size());
        } catch (ConflictException e) {
            commit(node, batch, fail);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("planted");
        }
    }

    private static List<NewEvent> batch(Random random) {
        List<NewEvent> batch = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            batch.add(new NewEvent(ACCOUNT, "key-" + random.nextInt(KEYS), "test.happened", Map.of("i", i)));
        }
        return batch;
    }
}
