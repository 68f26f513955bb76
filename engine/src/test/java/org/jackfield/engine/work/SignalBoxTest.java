package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.ManualTimers;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.work.WorkSignals.Kind;
import org.jackfield.engine.work.WorkSignals.Signal;
import org.junit.jupiter.api.Test;

/** Signals that are handled in order and together. */
class SignalBoxTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ManualTimers timers = new ManualTimers(new SettableClock());
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<List<String>> handled = new ArrayList<>();
    private final SignalBox box = new SignalBox(waiting::add, timers, this::handle);
    private Optional<Duration> answer = Optional.empty();

    private Optional<Duration> handle(List<Signal> signals) {
        handled.add(signals.stream().map(Signal::id).toList());
        return answer;
    }

    private void post(String id) {
        box.post(new Signal(new AccountId("AC00000000000000000000000000000001"), "WS1", Kind.ITEM, id));
    }

    private void run() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void handlesTogetherWhatCameMeanwhileEqualOnesOnce() {
        List.of("a", "b", "a", "c").forEach(this::post);

        run();

        assertThat(handled).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void handlesSomeOfManyAtATimeInOrder() {
        IntStream.range(0, SignalBox.MOST + 1).forEach(i -> post("i" + i));

        run();

        assertThat(handled).hasSize(2);
        assertThat(handled.getFirst()).hasSize(SignalBox.MOST).startsWith("i0", "i1");
        assertThat(handled.getLast()).containsExactly("i" + SignalBox.MOST);
    }

    @Test
    void handlesTheSameFirstAfterAPause() {
        List.of("a", "b").forEach(this::post);
        answer = Optional.of(PAUSE);
        run();
        post("c");
        answer = Optional.empty();

        timers.advance(PAUSE);
        run();

        assertThat(handled).containsExactly(List.of("a", "b"), List.of("a", "b", "c"));
    }

    @Test
    void handlesNothingMoreWhenClosed() {
        post("a");
        box.close();

        run();
        post("b");
        run();

        assertThat(handled).isEmpty();
    }
}
