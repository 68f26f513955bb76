package org.jackfield.app.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.work.callback.EventCallback;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.EventCallbacks.Page;
import org.jackfield.engine.work.callback.EventCallbacks.Turn;
import org.jackfield.engine.work.callback.Progress;
import org.jackfield.engine.work.callback.Progress.Open;
import org.jackfield.engine.work.callback.Progress.Step;

/**
 * One turn of a workspace: tells its events until none is left, an attempt fails, or the turn has lasted long enough for others to
 * have theirs. What was told is written now and then; who finds that the turn is over writes nothing more. Confined to the
 * thread that runs it, but for the posts.
 */
final class EventTurn {

    /** Longer than the longest post, and than the time between two writes. */
    static final Duration LEASE = Duration.ofSeconds(40);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final int OUTCOMES_BETWEEN_WRITES = 16;

    private final EventCallbackParts parts;
    private final Turn turn;
    private final Executor executor;
    private final BooleanSupplier stopping;
    private final Instant end;
    private final EventTurnReport report;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Map<Long, Letter> letters = new HashMap<>();
    private final Set<Long> underWay = new HashSet<>();
    private Progress progress;
    private int unwritten;
    private boolean failed;
    private boolean complete;
    private boolean lost;

    private record Letter(String eventId, Map<String, String> form) {}

    private record Outcome(long position, Optional<String> failure) {}

    EventTurn(EventCallbackParts parts, Turn turn, Executor executor, BooleanSupplier stopping) {
        this.parts = parts;
        this.turn = turn;
        this.executor = executor;
        this.stopping = stopping;
        this.end = parts.clock().instant().plus(LENGTH);
        this.report = new EventTurnReport(turn.callback());
        this.progress = turn.progress();
    }

    /** Blocks until the turn is given up. */
    void run() {
        EventPost post = new EventPost(parts.peer(), turn.callback());
        readAgain();
        send(post);
        while (!underWay.isEmpty() && !lost) {
            settle(next());
            writeNowAndThen();
            send(post);
        }
        if (!lost) {
            giveUpTurn();
        }
    }

    private void readAgain() {
        if (!progress.open().isEmpty()) {
            write(parts.store().unit().read(() -> callbacks().reread(turn, progress.open())));
            progress = progress.without(open -> !letters.containsKey(open.position()));
        }
    }

    private void send(EventPost post) {
        readMore();
        if (goesOn()) {
            for (long position : progress.next(underWay, now())) {
                Letter letter = letters.getOrDefault(position, new Letter("", Map.of()));
                underWay.add(position);
                executor.execute(
                        () -> outcomes.add(new Outcome(position, post.send(letter.eventId(), letter.form()))));
            }
        }
    }

    private void readMore() {
        while (goesOn() && !complete && progress.room() >= Progress.WINDOW / 2) {
            Set<String> wanted = turn.callback().types();
            Set<String> types = wanted.isEmpty() ? parts.forms().types() : wanted;
            Page page = parts.store().unit().read(() -> callbacks().read(turn, progress, types));
            complete = page.complete();
            write(page.events());
            take(progress.read(page.events(), page.upTo(), now(), parts.patience()));
            progress = progress.without(open -> !letters.containsKey(open.position()));
        }
    }

    private boolean goesOn() {
        return !failed && !lost && !stopping.getAsBoolean() && now().isBefore(end);
    }

    /** The letters of events that may be sent. */
    private void write(List<Event> events) {
        EventCallback callback = turn.callback();
        Map<String, Map<String, String>> forms = events.isEmpty()
                ? Map.of()
                : parts.forms().of(callback.account(), callback.workspaceId(), events);
        events.forEach(event -> Optional.ofNullable(forms.get(event.id()))
                .ifPresent(form -> letters.put(event.position(), new Letter(event.id(), form))));
    }

    private Outcome next() {
        try {
            return outcomes.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private void settle(Outcome outcome) {
        underWay.remove(outcome.position());
        unwritten++;
        outcome.failure()
                .ifPresentOrElse(detail -> failed(outcome.position(), detail),
                        () -> progress = progress.delivered(outcome.position()));
        letters.keySet().retainAll(positions());
    }

    private void failed(long position, String detail) {
        report.failed(detail);
        if (failed) {
            progress = progress.failedToo(position, now(), parts.patience());
        } else {
            take(progress.failed(position, Set.copyOf(underWay), now(), parts.patience()));
        }
        failed = true;
    }

    private List<Long> positions() {
        List<Long> positions = new ArrayList<>(underWay);
        progress.open().stream().map(Open::position).forEach(positions::add);
        return positions;
    }

    private void take(Step step) {
        progress = step.progress();
        report.givenUp(step.givenUp());
    }

    private void writeNowAndThen() {
        if (unwritten >= OUTCOMES_BETWEEN_WRITES) {
            unwritten = 0;
            lost = !parts.store().unit().<Boolean>run(() -> callbacks().keep(turn, progress, now().plus(LEASE)));
        }
    }

    private void giveUpTurn() {
        Instant now = now();
        Optional<Instant> due = progress.due(now, parts.patience())
                .or(() -> complete ? Optional.empty() : Optional.of(now));
        parts.store().unit().run(() -> {
            if (callbacks().end(turn, progress, due, now)) {
                parts.store().events().append(report.events(progress.failures()));
            }
        });
    }

    private EventCallbacks callbacks() {
        return parts.store().callbacks();
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
