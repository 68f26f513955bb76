package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jackfield.connectors.rtp.Recording.RecordingStart;

/**
 * Media on this machine's network: a fixed set of media threads shares the streams, one thread writes recordings, one tells the
 * listeners. Thread-safe. Started by {@link #start}, ended by {@link #close}, which ends all streams and completes their recordings.
 */
public final class RtpMediaServer implements MediaServer, AutoCloseable {

    private final MediaOptions options;
    private final RandomGenerator random;
    private final MediaClock clock;
    private final long wallNanosAtZero;
    private final PortPool ports;
    private final Notifier notifier = new Notifier();
    private final Recorder recorder;
    private final List<MediaThread> threads;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicReference<MediaQuality> closedStreams = new AtomicReference<>(MediaQuality.NONE);
    private final Map<StreamCore, RtpStream> streams = new ConcurrentHashMap<>();

    /**
     * @param random unpredictable: it makes SSRCs and sequence numbers (RFC 3550, section 9)
     * @param wallClock for the reports' timestamps, read once
     */
    public RtpMediaServer(MediaOptions options, RandomGenerator random, Clock wallClock) {
        this(options, random, wallClock, new MediaClock());
    }

    RtpMediaServer(MediaOptions options, RandomGenerator random, Clock wallClock, MediaClock clock) {
        this.options = options;
        this.random = random;
        this.clock = clock;
        wallNanosAtZero = wallClock.millis() * 1_000_000L - clock.nanos();
        ports = new PortPool(options.ports(), options.portRest(), clock);
        recorder = new Recorder(clock, notifier);
        threads = new ArrayList<>();
        for (int i = 0; i < options.threads(); i++) {
            threads.add(new MediaThread("media-" + i, clock));
        }
    }

    /** Starts the threads; call once. */
    public void start() {
        notifier.start();
        recorder.start();
        threads.forEach(MediaThread::start);
    }

    @Override
    public MediaStream open(MediaRequest request) {
        var pair = openPair();
        var thread = threads.get(Math.floorMod(turn.getAndIncrement(), threads.size()));
        var setup = new StreamSetup(request, pair, options, newRandom(), wallNanosAtZero, clock.nanos());
        var core = new StreamCore(setup, notifier, closed -> {
            thread.remove(closed);
            ports.release(closed.port());
            if (streams.remove(closed) != null) {
                StreamStatistics last = closed.counters().snapshot();
                closedStreams.updateAndGet(sum -> sum.plus(last));
            }
        });
        var stream = new RtpStream(core, thread, pair.local(), this);
        streams.put(core, stream);
        thread.tell(() -> thread.add(core));
        return stream;
    }

    @Override
    public MediaServerStatistics statistics() {
        long late = threads.stream().mapToLong(MediaThread::lateSlots).sum();
        long skipped = threads.stream().mapToLong(MediaThread::skippedSlots).sum();
        return new MediaServerStatistics(streams.size(), ports.freeCount(), ports.restingCount(), ports.takenCount(),
                late, skipped, quality());
    }

    private MediaQuality quality() {
        MediaQuality sum = closedStreams.get();
        Duration jitter = Duration.ZERO;
        Duration worst = Duration.ZERO;
        int open = 0;
        for (StreamCore stream : streams.keySet()) {
            var now = stream.counters().snapshot();
            sum = sum.plus(now);
            jitter = jitter.plus(now.jitter());
            worst = worst.compareTo(now.jitter()) < 0 ? now.jitter() : worst;
            open++;
        }
        return sum.withJitter(jitter.dividedBy(Math.max(1, open)), worst);
    }

    @Override
    public void close() {
        streams.values().forEach(MediaStream::close);
        try {
            for (var thread : threads) {
                thread.stop();
            }
            recorder.stop();
            notifier.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** A recording that a stream asks for. */
    record Wanted(String id, Path file, Duration endingSilence) {}

    Recording begin(Wanted wanted, MediaListener listener, boolean stereo) {
        var start = new RecordingStart(wanted.id(), listener, clock.slot() + 1, wanted.endingSilence());
        var recording = new Recording(start, wanted.file(), stereo);
        recorder.add(recording);
        return recording;
    }

    private PortPair openPair() {
        IOException lastRefusal = null;
        for (int tries = ports.freeCount(); tries > 0; tries--) {
            var port = ports.take();
            if (port.isEmpty()) {
                break;
            }
            try {
                return PortPair.open(options.address(), port.getAsInt());
            } catch (IOException usedByAnother) {
                ports.release(port.getAsInt());
                lastRefusal = usedByAnother;
            }
        }
        var refusal = new NoPortLeftException("no free RTP port pair in " + options.ports().first() + "-"
                + options.ports().last());
        if (lastRefusal != null) {
            refusal.addSuppressed(lastRefusal);
        }
        throw refusal;
    }

    private synchronized RandomGenerator newRandom() {
        return new SplittableRandom(random.nextLong());
    }
}
