package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.connectors.rtp.Direction;
import org.jackfield.connectors.rtp.MediaListener;
import org.jackfield.connectors.rtp.MediaOptions;
import org.jackfield.connectors.rtp.MediaRequest;
import org.jackfield.connectors.rtp.MediaStream;
import org.jackfield.connectors.rtp.PortRange;
import org.jackfield.connectors.rtp.RemoteMedia;
import org.jackfield.connectors.rtp.RtpMediaServer;
import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.Sound;
import org.junit.jupiter.api.Test;

/** How evenly the media threads send, and what a packet costs, beside a plain loop that sends as many in the same run. */
class MediaBench {

    private static final String LEGS = System.getProperty("jackfield.bench.legs", "1,100,300,500");
    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 15);
    /** The two take turns, so that what else the machine does meets both. */
    private static final int ROUNDS = Integer.getInteger("jackfield.bench.rounds", 3);
    private static final int SETTLE_SECONDS = 3;
    private static final String MEDIA = "media";

    private static final MediaListener NOBODY = new MediaListener() {
        @Override
        public void digit(char digit) {}

        @Override
        public void played(String playback) {}

        @Override
        public void recorded(String recording, Optional<RecordingFile> file) {}

        @Override
        public void mediaLost() {}
    };

    /** What one sender did. */
    private record Result(Lateness lateness, double cpuSeconds) {

        Result plus(Result more) {
            lateness.addAll(more.lateness());
            return new Result(lateness, cpuSeconds + more.cpuSeconds());
        }

        String text() {
            return "p50 %6.2f  p99 %6.2f  max %7.2f ms late   %5.2f us a packet   %d packets".formatted(
                    lateness.percentile(0.5), lateness.percentile(0.99), lateness.percentile(1),
                    1e6 * cpuSeconds / lateness.count(), lateness.count());
        }
    }

    @Test
    void printsPacingBesideAPlainSender() throws IOException, InterruptedException {
        MediaOptions options = options();
        Report.begin("Media pacing, beside a plain sender loop", Map.of("each", ROUNDS + " times " + SECONDS
                + " s after " + SETTLE_SECONDS + " s, in turn", "media threads",
                options.threads() + ", the plain sender has 1", "playing",
                "G.711 mu-law from linear sound, 20 ms a packet"));
        for (String count : LEGS.split(",", -1)) {
            int legs = Integer.parseInt(count);
            Result product = new Result(new Lateness(), 0);
            Result plain = new Result(new Lateness(), 0);
            for (int round = 0; round < ROUNDS; round++) {
                product = product.plus(product(options, legs));
                plain = plain.plus(plain(legs));
            }
            Report.line("  %3d legs  product  %s".formatted(legs, product.text()));
            Report.line("  %3d legs  plain    %s".formatted(legs, plain.text()));
            assertThat(product.lateness().count()).as("packets of all legs")
                    .isGreaterThan(ROUNDS * legs * SECONDS * 40);
        }
    }

    private static MediaOptions options() {
        MediaOptions usual = MediaOptions.of(InetAddress.getLoopbackAddress(), new PortRange(40_000, 42_999));
        return new MediaOptions(usual.address(), usual.ports(),
                Integer.getInteger("jackfield.bench.media-threads", usual.threads()), Duration.ZERO,
                usual.learning(), Duration.ZERO);
    }

    private static Result product(MediaOptions options, int legs) throws IOException, InterruptedException {
        PacketEar ear = new PacketEar();
        try (RtpMediaServer server = new RtpMediaServer(options, RandomGenerator.of("L64X128MixRandom"),
                Clock.systemUTC())) {
            server.start();
            List<MediaStream> streams = new ArrayList<>();
            for (int leg = 0; leg < legs; leg++) {
                streams.add(playing(server, "leg" + leg, ear.address()));
            }
            Result result = measured(ear, MEDIA);
            streams.forEach(MediaStream::close);
            return result;
        }
    }

    private static MediaStream playing(RtpMediaServer server, String name, InetSocketAddress target) {
        MediaStream stream = server.open(new MediaRequest(name, NOBODY));
        stream.configure(RemoteMedia.of(target, Codec.PCMU, Optional.empty(), Direction.SEND));
        stream.play(new Playback(name, sound(), 0));
        return stream;
    }

    private static Sound sound() {
        short[] samples = new short[8_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000));
        }
        return Sound.of(samples);
    }

    private static Result plain(int legs) throws IOException, InterruptedException {
        PacketEar ear = new PacketEar();
        try (PlainSender _ = new PlainSender(legs, ear.address())) {
            return measured(ear, PlainSender.THREAD);
        }
    }

    private static Result measured(PacketEar ear, String group) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(never.await(SETTLE_SECONDS, TimeUnit.SECONDS)).isFalse();
        long pid = ProcessHandle.current().pid();
        Cpu before = Cpu.of(pid, MediaBench::group);
        ear.count(true);
        assertThat(never.await(SECONDS, TimeUnit.SECONDS)).isFalse();
        ear.count(false);
        double spent = Cpu.of(pid, MediaBench::group).since(before).groups().getOrDefault(group, 0.0);
        return new Result(ear.end(), spent);
    }

    private static String group(String thread) {
        return thread.startsWith("media-") ? MEDIA : thread;
    }
}
