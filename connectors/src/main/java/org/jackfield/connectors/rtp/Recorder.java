package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.media.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes all recordings of a media server on one thread of its own, some slots behind the media. A recording that cannot be written
 * (disk full) ends with an empty result; the call goes on.
 */
final class Recorder {

    private static final Logger LOG = System.getLogger(Recorder.class.getName());
    private static final long PERIOD_MILLIS = 100;
    /** Both media threads have put the frames of a slot into their rings by then. */
    private static final int SLOTS_BEHIND = 12;

    private final MediaClock clock;
    private final Notifier notifier;
    private final ConcurrentLinkedQueue<Recording> begun = new ConcurrentLinkedQueue<>();
    private final List<Active> active = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("media-recorder").factory());

    private record Active(Recording recording, RecordingOutput output) {}

    Recorder(MediaClock clock, Notifier notifier) {
        this.clock = clock;
        this.notifier = notifier;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(() -> write(clock.slot() - SLOTS_BEHIND), PERIOD_MILLIS,
                PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void add(Recording recording) {
        begun.add(recording);
    }

    /** Completes all recordings; the media threads have stopped. */
    void stop() throws InterruptedException {
        thread.execute(() -> write(Long.MAX_VALUE));
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** Writes what belongs to the slots before the given one, and completes what ended before it. */
    private void write(long slot) {
        for (var recording = begun.poll(); recording != null; recording = begun.poll()) {
            begin(recording);
        }
        active.removeIf(each -> !goesOn(each, slot));
    }

    private void begin(Recording recording) {
        try {
            Files.createDirectories(recording.file().toAbsolutePath().getParent());
            active.add(new Active(recording, new RecordingOutput(recording)));
        } catch (IOException | RuntimeException refused) {
            fail(recording, null, refused);
        }
    }

    private boolean goesOn(Active each, long slot) {
        try {
            each.output().writeBefore(slot);
            if (each.recording().stopSlot() > slot) {
                return true;
            }
            report(each.recording(), Optional.of(each.output().complete()));
        } catch (IOException | RuntimeException unwritable) {
            fail(each.recording(), each.output(), unwritable);
        }
        return false;
    }

    private void fail(Recording recording, @Nullable RecordingOutput output, Exception cause) {
        LOG.log(Level.WARNING, "recording " + recording.id() + " ends: it cannot be written", cause);
        recording.stop(recording.startSlot());
        try {
            if (output != null) {
                output.abandon();
            }
        } catch (IOException left) {
            LOG.log(Level.WARNING, "the rest of recording " + recording.id() + " is left for the next start", left);
        }
        report(recording, Optional.empty());
    }

    private void report(Recording recording, Optional<RecordingFile> file) {
        notifier.tell(() -> recording.listener().recorded(recording.id(), file));
    }
}
