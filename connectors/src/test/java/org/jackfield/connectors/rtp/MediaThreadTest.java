package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pacing, counted in slots: the time is set by hand. */
class MediaThreadTest {

    private final ManualMediaClock clock = new ManualMediaClock();
    private final MediaThread thread = new MediaThread("media-test", clock);
    private final DatagramChannel peer;
    private final StreamCore stream;

    MediaThreadTest() throws IOException {
        peer = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        peer.configureBlocking(false);
        var options = MediaOptions.of(InetAddress.getLoopbackAddress(), new PortRange(31_100, 31_109));
        var setup = new StreamSetup(new MediaRequest("leg", new CapturedMedia()),
                PortPair.open(options.address(), 31_100), options, new Random(1), 0, 0);
        stream = new StreamCore(setup, new Notifier(), thread::remove);
        thread.add(stream);
        stream.configure(RemoteMedia.of((InetSocketAddress) peer.getLocalAddress(), Codec.PCMU, Optional.empty(),
                Direction.SEND_RECEIVE));
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        peer.close();
    }

    @Test
    void sendsOnePacketASlotInOrderWhenOnTime() throws IOException {
        long slot = 100;
        for (int i = 0; i < 50; i++) {
            clock.setSlot(slot);
            slot = thread.serveDue(slot);
        }

        assertThat(slot).isEqualTo(150);
        assertThat(steps(received())).hasSize(49).containsOnly(160);
        assertThat(thread.lateSlots()).isZero();
    }

    @Test
    void catchesUpWhenStallWasShort() throws IOException {
        clock.setSlot(100);
        long slot = thread.serveDue(100);
        clock.setSlot(104);
        while (slot <= 104) {
            slot = thread.serveDue(slot);
        }

        assertThat(steps(received())).containsExactly(160, 160, 160, 160);
        assertThat(thread.skippedSlots()).isZero();
        assertThat(thread.lateSlots()).isEqualTo(3);
    }

    @Test
    void skipsOldSlotsAndKeepsTimeWhenStallWasLong() throws IOException {
        clock.setSlot(100);
        long slot = thread.serveDue(100);
        clock.setSlot(200);
        while (slot <= 200) {
            slot = thread.serveDue(slot);
        }

        var steps = steps(received());
        assertThat(steps.getFirst()).isEqualTo((100 - MediaThread.MOST_CAUGHT_UP) * 160);
        assertThat(steps.subList(1, steps.size())).containsExactly(160, 160, 160, 160, 160);
        assertThat(thread.skippedSlots()).isEqualTo(100 - 1 - MediaThread.MOST_CAUGHT_UP);
    }

    @Test
    void runsRequestsInOrderWhenToldFromElsewhere() {
        var seen = new ArrayList<Integer>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            thread.tell(() -> seen.add(number));
        }
        thread.tell(() -> {
            throw new IllegalStateException("a defect");
        });
        thread.tell(() -> seen.add(5));

        clock.setSlot(1);
        thread.serveDue(1);

        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private List<Integer> received() throws IOException {
        var timestamps = new ArrayList<Integer>();
        var packet = ByteBuffer.allocate(2_048);
        while (peer.receive(packet.clear()) != null) {
            timestamps.add(packet.getInt(4));
        }
        return timestamps;
    }

    private static List<Integer> steps(List<Integer> timestamps) {
        var steps = new ArrayList<Integer>();
        for (int i = 1; i < timestamps.size(); i++) {
            steps.add(timestamps.get(i) - timestamps.get(i - 1));
        }
        return steps;
    }
}
