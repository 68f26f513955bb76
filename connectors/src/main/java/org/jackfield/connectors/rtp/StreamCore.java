package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jackfield.engine.call.CallControl.Playback;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a stream, confined to its media thread: in each slot it takes what came, passes it on to the bridge and the
 * recordings, sends a packet, and RTCP when that is due.
 */
final class StreamCore {

    private static final int MOST_PACKETS_IN_A_SLOT = 32;
    private static final int SLOTS_BETWEEN_CONTROL = 5;

    private final StreamSetup setup;
    private final Notifier notifier;
    private final Consumer<StreamCore> afterClose;
    private final Counters counters = new Counters();
    private final Sender sender;
    private final Receiver receiver;
    private final ControlReports reports;
    private final BridgeEnd bridge = new BridgeEnd(this);
    private final List<RecordingTap> taps = new ArrayList<>();
    private final Frame heard = new Frame();
    private final LossWatch lossWatch;
    private @Nullable RemoteMedia remote;
    private @Nullable InetSocketAddress controlSource;
    private boolean held;
    private boolean closed;
    private long now;

    StreamCore(StreamSetup setup, Notifier notifier, Consumer<StreamCore> afterClose) {
        this.setup = setup;
        this.notifier = notifier;
        this.afterClose = afterClose;
        sender = new Sender(setup.random());
        receiver = new Receiver(setup.options().learning(), counters, this::pressed);
        reports = new ControlReports(setup.random(), setup.wallNanosAtZero(), setup.openedAt());
        lossWatch = new LossWatch(setup.options().mediaLostAfter());
        now = setup.openedAt();
    }

    String leg() {
        return setup.request().leg();
    }

    MediaListener listener() {
        return setup.request().listener();
    }

    Counters counters() {
        return counters;
    }

    int port() {
        return setup.ports().local().getPort();
    }

    void configure(RemoteMedia media) {
        if (remote == null || !remote.rtp().equals(media.rtp())) {
            controlSource = null;
        }
        remote = media;
        sender.configure(media);
        receiver.configure(media);
        lossWatch.expect(media.direction() == Direction.SEND_RECEIVE && !held, now);
    }

    void play(Playback playback) {
        sender.play(playback);
    }

    void stopPlaying() {
        sender.stopPlaying();
    }

    void sendDigits(String text) {
        sender.sendDigits(text);
    }

    void join(Bridge next) {
        if (closed) {
            next.end();
            return;
        }
        sender.stopPlaying();
        bridge.join(next);
    }

    void leaveBridge() {
        bridge.leave();
    }

    void hold(boolean wanted) {
        held = wanted;
        lossWatch.expect(remote != null && remote.direction() == Direction.SEND_RECEIVE && !wanted, now);
    }

    void record(RecordingTap tap) {
        if (closed) {
            tap.recording().stop(now / MediaClock.SLOT_NANOS);
            return;
        }
        taps.add(tap);
    }

    void stopRecording(String id) {
        for (int i = 0; i < taps.size(); i++) {
            var recording = taps.get(i).recording();
            if (recording.id().equals(id)) {
                recording.stop(now / MediaClock.SLOT_NANOS + 1);
            }
        }
    }

    /** One slot of 20 ms. */
    void serve(long slot, long nanos, PacketBuffers buffers) {
        now = nanos;
        receive(buffers.in);
        if (slot % SLOTS_BETWEEN_CONTROL == 0) {
            receiveControl(buffers.in);
        }
        if (receiver.read(heard, slot)) {
            bridge.offer(heard);
            tapHeard();
        }
        send(slot, buffers.out);
        if (remote != null && reports.takeDue(now)) {
            sendReport(buffers.out, false);
        }
        if (lossWatch.isLost(receiver.lastHeard(), now)) {
            notifier.tell(listener()::mediaLost);
        }
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        bridge.leave();
        taps.forEach(tap -> tap.recording().stop(now / MediaClock.SLOT_NANOS + 1));
        if (remote != null) {
            sendReport(ByteBuffer.allocate(PacketBuffers.LARGEST_PACKET), true);
        }
        try {
            setup.ports().close();
        } catch (IOException ignored) {
            // The channels are closed in any case.
        }
        afterClose.accept(this);
    }

    private void receive(ByteBuffer in) {
        for (int i = 0; i < MOST_PACKETS_IN_A_SLOT; i++) {
            var from = receiveFrom(setup.ports().rtp(), in);
            if (from == null) {
                return;
            }
            receiver.packet(in, from, now);
            if (receiver.lock().isLocked()) {
                sender.avoid(receiver.lock().ssrc());
            }
        }
    }

    private void receiveControl(ByteBuffer in) {
        for (int i = 0; i < MOST_PACKETS_IN_A_SLOT; i++) {
            var from = receiveFrom(setup.ports().rtcp(), in);
            if (from == null) {
                return;
            }
            control(in, from);
        }
    }

    private void control(ByteBuffer in, InetSocketAddress from) {
        if (!isControlOfPeer(from)) {
            counters.add(Counters.Count.FOREIGN);
        } else if (reports.read(in, receiver.lock().ssrc(), sender.ssrc(), now)) {
            controlSource = from;
            receiver.heard(now);
            counters.set(Counters.Count.ROUND_TRIP_NANOS, reports.roundTripNanos());
        } else {
            counters.add(Counters.Count.MALFORMED);
        }
    }

    private boolean isControlOfPeer(InetSocketAddress from) {
        return controlSource == null ? receiver.lock().ownsHost(from) : controlSource.equals(from);
    }

    private static @Nullable InetSocketAddress receiveFrom(DatagramChannel channel, ByteBuffer in) {
        in.clear();
        try {
            var from = (InetSocketAddress) channel.receive(in);
            in.flip();
            return from;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private void tapHeard() {
        for (int i = taps.size() - 1; i >= 0; i--) {
            var tap = taps.get(i);
            if (tap.recording().isStopped()) {
                taps.remove(i);
            } else {
                tap.ring().offer(heard);
            }
        }
    }

    private void send(long slot, ByteBuffer out) {
        var media = remote;
        var bridged = bridge.next();
        var target = receiver.lock().target();
        if (media == null || target == null || held || !media.direction().sends()) {
            sender.pass();
        } else {
            out.clear();
            if (sender.write(slot, bridged, out) && sendTo(setup.ports().rtp(), out, target)) {
                counters.add(Counters.Count.SENT);
            }
        }
        var ended = sender.takeEndedPlayback();
        if (ended != null) {
            notifier.tell(() -> listener().played(ended));
        }
    }

    private void sendReport(ByteBuffer out, boolean bye) {
        out.clear();
        reports.write(out, sender, receiver, now, bye);
        var target = controlSource != null || remote == null ? controlSource : remote.rtcp();
        if (target != null) {
            sendTo(setup.ports().rtcp(), out, target);
        }
    }

    private static boolean sendTo(DatagramChannel channel, ByteBuffer out, InetSocketAddress target) {
        out.flip();
        try {
            return target.getPort() > 0 && channel.send(out, target) > 0;
        } catch (IOException | RuntimeException unsendable) {
            // Media is best effort: an unreachable peer shows as a loss of media, not here.
            return false;
        }
    }

    private void pressed(char digit) {
        notifier.tell(() -> listener().digit(digit));
    }
}
