package org.jackfield.connectors.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.connectors.rtp.MediaListener;
import org.jackfield.connectors.rtp.MediaQuality;
import org.jackfield.connectors.rtp.MediaRequest;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.rtp.MediaServerStatistics;
import org.jackfield.connectors.rtp.MediaStream;
import org.jackfield.connectors.rtp.NoPorts;
import org.jackfield.connectors.rtp.RemoteMedia;
import org.jackfield.connectors.rtp.StreamStatistics;
import org.jackfield.engine.call.CallControl.Playback;

/** A media server without sound or sockets: for tests of signalling alone. Notes what streams were told. */
final class SilentMedia implements MediaServer {

    private static final int LOWEST_PORT = 30_000;
    private static final int HIGHEST_PORT = 65_000;

    private final AtomicInteger nextPort = new AtomicInteger(LOWEST_PORT);
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Queue<RemoteMedia> configured = new ConcurrentLinkedQueue<>();
    private volatile boolean exhausted;

    void exhaust(boolean now) {
        exhausted = now;
    }

    int openStreams() {
        return open.size();
    }

    Collection<RemoteMedia> configured() {
        return configured;
    }

    /** Says on every open stream that media was lost. */
    void loseMedia() {
        open.forEach(stream -> stream.listener.mediaLost());
    }

    @Override
    public MediaStream open(MediaRequest request) {
        if (exhausted) {
            throw NoPorts.refusal();
        }
        Stream stream = new Stream(request.listener(),
                nextPort.getAndUpdate(port -> port < HIGHEST_PORT ? port + 2 : LOWEST_PORT));
        open.add(stream);
        return stream;
    }

    @Override
    public MediaServerStatistics statistics() {
        return new MediaServerStatistics(open.size(), 0, 0, open.size(), 0, 0, MediaQuality.NONE);
    }

    private final class Stream implements MediaStream {

        private final MediaListener listener;
        private final int port;

        Stream(MediaListener listener, int port) {
            this.listener = listener;
            this.port = port;
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public void configure(RemoteMedia remote) {
            configured.add(remote);
        }

        @Override
        public void play(Playback playback) {
            listener.played(playback.id());
        }

        @Override
        public void stopPlaying() {
            // Nothing ever plays.
        }

        @Override
        public void sendDigits(String digits) {
            // Nobody hears.
        }

        @Override
        public void bridge(MediaStream other) {
            // Nobody hears.
        }

        @Override
        public void unbridge() {
            // Nobody hears.
        }

        @Override
        public void hold(boolean held) {
            // Nobody hears.
        }

        @Override
        public void record(String recording, Optional<MediaStream> right, Path file, Duration endingSilence) {
            listener.recorded(recording, Optional.empty());
        }

        @Override
        public void stopRecording(String recording) {
            // It ended at once.
        }

        @Override
        public StreamStatistics statistics() {
            return new StreamStatistics(0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
