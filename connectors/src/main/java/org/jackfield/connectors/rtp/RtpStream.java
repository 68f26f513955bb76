package org.jackfield.connectors.rtp;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.call.CallControl.Playback;

/** The outside of a stream: hands everything over to its media thread. */
final class RtpStream implements MediaStream {

    private final StreamCore core;
    private final MediaThread thread;
    private final InetSocketAddress local;
    private final RtpMediaServer server;

    RtpStream(StreamCore core, MediaThread thread, InetSocketAddress local, RtpMediaServer server) {
        this.core = core;
        this.thread = thread;
        this.local = local;
        this.server = server;
    }

    StreamCore core() {
        return core;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public void configure(RemoteMedia remote) {
        thread.tell(() -> core.configure(remote));
    }

    @Override
    public void play(Playback playback) {
        thread.tell(() -> core.play(playback));
    }

    @Override
    public void stopPlaying() {
        thread.tell(core::stopPlaying);
    }

    @Override
    public void sendDigits(String digits) {
        thread.tell(() -> core.sendDigits(digits));
    }

    @Override
    public void bridge(MediaStream other) {
        var second = own(other);
        if (second == this) {
            return;
        }
        var bridge = new Bridge(core);
        thread.tell(() -> core.join(bridge));
        second.thread.tell(() -> second.core.join(bridge));
    }

    @Override
    public void unbridge() {
        thread.tell(core::leaveBridge);
    }

    @Override
    public void hold(boolean held) {
        thread.tell(() -> core.hold(held));
    }

    @Override
    public void record(String id, Optional<MediaStream> right, Path file, Duration endingSilence) {
        var other = right.map(RtpStream::own).filter(stream -> stream != this);
        var recording = server.begin(new RtpMediaServer.Wanted(id, file, endingSilence), core.listener(),
                other.isPresent());
        thread.tell(() -> core.record(new RecordingTap(recording, recording.left())));
        var rightRing = recording.right();
        if (other.isPresent() && rightRing != null) {
            var second = other.get();
            second.thread.tell(() -> second.core.record(new RecordingTap(recording, rightRing)));
        }
    }

    @Override
    public void stopRecording(String recording) {
        thread.tell(() -> core.stopRecording(recording));
    }

    @Override
    public StreamStatistics statistics() {
        return core.counters().snapshot();
    }

    @Override
    public void close() {
        thread.tell(core::close);
    }

    private static RtpStream own(MediaStream stream) {
        if (stream instanceof RtpStream own) {
            return own;
        }
        throw new IllegalArgumentException("not a stream of this kind of media server: " + stream);
    }
}
