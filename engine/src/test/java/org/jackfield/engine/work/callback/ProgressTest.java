package org.jackfield.engine.work.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.callback.Progress.Open;
import org.jackfield.engine.work.callback.Progress.Step;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofHours(1));

    @Test
    void tellsKeysBesideEachOtherAndEachKeyInOrder() {
        Progress progress = read("a", "a", "b", "c", "d", "e");

        List<Long> first = progress.next(Set.of(), NOW);
        List<Long> whileTheyRun = progress.next(Set.copyOf(first), NOW);
        List<Long> afterOne = progress.delivered(1).next(Set.of(3L, 4L, 5L), NOW);

        assertThat(first).containsExactly(1L, 3L, 4L, 5L);
        assertThat(whileTheyRun).isEmpty();
        assertThat(afterOne).containsExactly(2L);
    }

    @Test
    void triesOneAtATimeAfterAFailureAndAnotherThanTheOneThatFailed() {
        Progress failed = failed(read("a", "b", "c"), 1, NOW).progress();

        assertThat(failed.next(Set.of(), NOW)).containsExactly(2L);
        assertThat(failed.next(Set.of(2L), NOW)).isEmpty();
        assertThat(failed.due(NOW, PATIENCE)).contains(NOW.plusSeconds(1));
        Progress alive = failed.delivered(2);
        assertThat(alive.next(Set.of(), NOW)).containsExactly(3L);
        assertThat(alive.next(Set.of(), NOW.plusSeconds(1))).containsExactly(1L, 3L);
    }

    @Test
    void pausesLongerWithEachFailureAndNeverLongerThanThePatience() {
        Progress progress = read("a");
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            progress = failed(progress, 1, NOW).progress();
            pauses.add(Duration.between(NOW, progress.due(NOW, PATIENCE).orElseThrow()).toSeconds());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(progress.open()).extracting(Open::strikes).containsExactly(1);
    }

    @Test
    void countsAttemptsThatFailTogetherOnce() {
        Progress progress = failed(read("a", "b"), 1, NOW, Set.of(2L)).progress().failedToo(2, NOW, PATIENCE);

        assertThat(progress.failures()).isEqualTo(1);
        assertThat(progress.open()).extracting(Open::strikes).containsExactly(1, 0);
        assertThat(progress.next(Set.of(), NOW)).isEmpty();
        assertThat(progress.next(Set.of(), NOW.plusSeconds(1))).containsExactly(1L);
    }

    @Test
    void givesUpAnEventThatFailsWhileOthersAreTaken() {
        Progress progress = read("poison", "poison");
        int attempts = 0;
        List<Open> givenUp = List.of();
        while (givenUp.isEmpty()) {
            Step step = failed(progress, 1, NOW);
            givenUp = step.givenUp();
            progress = step.progress()
                    .read(List.of(event(100 + attempts, "well")), 100 + attempts, NOW, PATIENCE)
                    .progress()
                    .delivered(100 + attempts);
            attempts++;
        }

        assertThat(attempts).isEqualTo(Progress.MOST_STRIKES);
        assertThat(givenUp).extracting(Open::position).containsExactly(1L);
        assertThat(progress.next(Set.of(), NOW)).containsExactly(2L);
    }

    @Test
    void givesUpWhatIsTooOldOnlyAtAFailure() {
        Instant later = NOW.plus(Duration.ofHours(2));
        Progress old = read("a", "b", "c");

        assertThat(old.next(Set.of(), later)).hasSize(3);
        Step step = failed(old, 1, later, Set.of(2L));
        assertThat(step.givenUp()).extracting(Open::position).containsExactly(1L, 3L);
        assertThat(step.progress().open()).extracting(Open::position).containsExactly(2L);
        Step more = step.progress().read(List.of(event(4, "d")), 4, later, PATIENCE);
        assertThat(more.givenUp()).extracting(Open::position).contains(4L);
        assertThat(more.progress().readTo()).isEqualTo(4);
    }

    @Test
    void goesOnAtOnceWhileSomethingIsOpenAndNeverWhenNothingIs() {
        assertThat(read("a").due(NOW, PATIENCE)).contains(NOW);
        assertThat(read("a").delivered(1).due(NOW, PATIENCE)).isEmpty();
        assertThat(failed(read("a"), 1, NOW).progress().without(_ -> true).due(NOW, PATIENCE)).isEmpty();
    }

    @Test
    void readsNoMoreAheadThanTheWindow() {
        assertThat(Progress.startingAt(0).room()).isEqualTo(Progress.WINDOW);
        assertThat(read(IntStream.range(0, Progress.WINDOW).mapToObj(i -> "k" + i).toArray(String[]::new)).room())
                .isZero();
    }

    private static Step failed(Progress progress, long position, Instant now) {
        return failed(progress, position, now, Set.of());
    }

    private static Step failed(Progress progress, long position, Instant now, Set<Long> underWay) {
        return progress.failed(position, underWay, now, PATIENCE);
    }

    /** Events of these keys at the positions 1, 2, ... */
    private static Progress read(String... keys) {
        List<Event> events = new ArrayList<>();
        Arrays.stream(keys).forEach(key -> events.add(event(events.size() + 1, key)));
        return Progress.startingAt(0).read(events, keys.length, NOW, PATIENCE).progress();
    }

    private static Event event(long position, String key) {
        return new Event("EV" + position, position, ACCOUNT, key, 1, "work-item.created", NOW, Map.of());
    }
}
