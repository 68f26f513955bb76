package org.jackfield.engine.loopback;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.CallControl.RecordingOrder;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.time.Timers.Timer;
import org.jspecify.annotations.Nullable;

/** The recordings that run: what either side said and when, written as WAV when they end. Guarded by the lock. */
final class Takes {

    private static final Logger LOG = System.getLogger(Takes.class.getName());

    private final Exchange exchange;
    private final Clock clock;
    private final Timers timers;
    private final Map<String, Take> running = new HashMap<>();

    Takes(Exchange exchange, Clock clock, Timers timers) {
        this.exchange = exchange;
        this.clock = clock;
        this.timers = timers;
    }

    /** From that moment on the sides say this. */
    private record Span(Instant from, Optional<Sound> left, Optional<Sound> right) {}

    private static final class Take {
        final RecordingOrder order;
        final Line left;
        final Line right;
        final List<Span> spans = new ArrayList<>();
        @Nullable
        Timer silence;

        Take(RecordingOrder order, Line left, Line right) {
            this.order = order;
            this.left = left;
            this.right = right;
        }

        boolean hears(Line line) {
            return left == line || right == line;
        }
    }

    void start(RecordingOrder order) {
        Line left = exchange.lines.get(order.left());
        Line right = exchange.lines.get(order.right());
        if (left != null && right != null && left.isTalking() && right.isTalking()
                && !running.containsKey(order.recording())) {
            Take take = new Take(order, left, right);
            running.put(order.recording(), take);
            note(take);
        }
    }

    void stop(String recording) {
        Take take = running.remove(recording);
        if (take != null) {
            finish(take);
        }
    }

    /** One of the sides says something else. */
    void spoke(Line line) {
        running.values().stream().filter(take -> take.hears(line)).forEach(this::note);
    }

    void ended(Line line) {
        List.copyOf(running.values())
                .stream()
                .filter(take -> take.hears(line))
                .forEach(take -> stop(take.order.recording()));
    }

    private void note(Take take) {
        Optional<Sound> left = take.left.far.says();
        Optional<Sound> right = take.left == take.right ? Optional.empty() : take.right.far.says();
        take.spans.add(new Span(clock.instant(), left, right));
        Timer before = take.silence;
        if (before != null) {
            before.cancel();
        }
        Duration limit = take.order.endingSilence();
        take.silence = limit.isZero() || left.isPresent() || right.isPresent()
                ? null
                : timers.after(limit, () -> exchange.change(() -> stop(take.order.recording())));
    }

    private void finish(Take take) {
        Timer silence = take.silence;
        if (silence != null) {
            silence.cancel();
        }
        Optional<RecordingFile> file = Optional.empty();
        try {
            file = Optional.of(write(take, clock.instant()));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "recording " + take.order.recording() + " could not be written", failed);
        }
        exchange.report(take.left, new LegEvent.Recorded(take.order.recording(), file));
    }

    private static RecordingFile write(Take take, Instant end) throws IOException {
        Instant start = take.spans.getFirst().from();
        StereoWav wav = new StereoWav(StereoWav.samples(Duration.between(start, end)));
        for (int i = 0; i < take.spans.size(); i++) {
            Span span = take.spans.get(i);
            Instant until = i + 1 < take.spans.size() ? take.spans.get(i + 1).from() : end;
            wav.fill(Duration.between(start, span.from()), Duration.between(start, until), span.left(), span.right());
        }
        return wav.write(take.order.file());
    }
}
