package org.jackfield.analytics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFeedTest {

    @TempDir
    private Path folder;

    private final List<Archive.Change> changes = new CopyOnWriteArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();
    private boolean isAway;
    private ConversationIndex index;

    private final Archive archive = (position, most) -> {
        asked.add(position);
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
        return changes.stream().filter(change -> change.position() > position).limit(most).toList();
    };

    @BeforeEach
    void open() {
        index = new ConversationIndex(folder, 10, () -> Instant.ofEpochMilli(time.get()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void bringsInAllThatIsThereInItsOrder() {
        IntStream.rangeClosed(1, 1_200).forEach(i -> put("CI" + i % 700, "a: number " + i));
        changes.add(new Archive.Change.Removed(1_201, Told.ACCOUNT, "CI5"));

        feed().catchUp();

        assertThat(total("number")).isEqualTo(699);
        assertThat(total("\"number 1200\"")).isEqualTo(1);
        assertThat(total("\"number 1\"")).isZero();
        assertThat(asked).containsExactly(0L, 500L, 1_000L);
    }

    @Test
    void erasesAnAccount() {
        put("CI1", "a: one");
        changes.add(new Archive.Change.Erased(2, Told.ACCOUNT));

        feed().catchUp();

        assertThat(total("one")).isZero();
    }

    @Test
    void goesOnAfterARestartWhereTheIndexLasts() {
        put("CI1", "a: one");
        IndexFeed feed = feed();
        feed.catchUp();
        feed.commit();
        put("CI2", "a: one");
        feed.catchUp();
        index.close();
        open();
        asked.clear();

        assertThat(total("one")).isEqualTo(1);
        feed().catchUp();

        assertThat(asked).startsWith(1L);
        assertThat(total("one")).isEqualTo(2);
    }

    @Test
    void makesItLastEveryFewSeconds() {
        IndexFeed feed = feed();
        put("CI1", "a: one");
        feed.catchUp();
        assertThat(index.position()).isZero();

        time.addAndGet(Duration.ofSeconds(6).toMillis());
        feed.catchUp();

        assertThat(index.position()).isEqualTo(1);
    }

    @Test
    void triesAgainWhenTheArchiveIsBack() {
        IndexFeed feed = feed();
        put("CI1", "a: one");
        isAway = true;
        feed.catchUp();
        assertThat(total("one")).isZero();

        isAway = false;
        feed.catchUp();

        assertThat(total("one")).isEqualTo(1);
    }

    @Test
    void isUpToDateSoonWithoutBeingAsked() {
        try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor()) {
            feed().start(executor);
            put("CI1", "a: one");

            await().atMost(Duration.ofMinutes(1)).until(() -> total("one") == 1);
            executor.shutdownNow();
        }
    }

    private IndexFeed feed() {
        return index.feedFrom(archive);
    }

    private void put(String sid, String... lines) {
        changes.add(new Archive.Change.Put(changes.size() + 1L, Told.of(sid, lines).done()));
    }

    private long total(String query) {
        return index.search(Told.ACCOUNT, SearchRequest.of(query)).total();
    }
}
