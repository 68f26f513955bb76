package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jackfield.connectors.media.RtpPeer;
import org.jackfield.connectors.media.Tones;
import org.jackfield.connectors.media.WavFile;
import org.jackfield.engine.call.CallControl.Playback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real packets over loopback: what one phone says is what the other hears. */
class RtpMediaServerTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int EVENTS = 101;
    private static final int CALLER_TONE = 440;
    private static final int AGENT_TONE = 1_000;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CapturedMedia caller = new CapturedMedia();
    private final CapturedMedia agent = new CapturedMedia();
    private RtpMediaServer server = server(2, new PortRange(31_000, 31_007), Duration.ofMinutes(1));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : opened) {
            each.close();
        }
        server.close();
    }

    @Test
    void peersHearEachOtherAndNotThemselvesWhenBridgedAcrossCodecs() throws Exception {
        var callerPhone = phone(Codec.PCMU, 1);
        var agentPhone = phone(Codec.PCMA, 2);
        var callerStream = stream(caller, callerPhone, Codec.PCMU);
        var agentStream = stream(agent, agentPhone, Codec.PCMA);

        callerStream.bridge(agentStream);
        callerPhone.sendTo(callerStream.local(), Tones.tone(CALLER_TONE, 1_000));
        agentPhone.sendTo(agentStream.local(), Tones.tone(AGENT_TONE, 1_000));

        await().atMost(DEADLINE).untilAsserted(() -> {
            assertHearsOnly(agentPhone, CALLER_TONE, AGENT_TONE);
            assertHearsOnly(callerPhone, AGENT_TONE, CALLER_TONE);
        });
        callerStream.unbridge();
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(Tones.share(agentPhone.heardLast(800), CALLER_TONE)).isLessThan(0.1));
    }

    @Test
    void reportsPlaybackAndSendsItsSoundWhenPlayed() throws Exception {
        var phone = phone(Codec.PCMU, 1);
        var stream = stream(caller, phone, Codec.PCMU);
        var sound = Tones.tone(600, 400);

        stream.play(new Playback("p1", sound, 2));

        await().atMost(DEADLINE).until(() -> caller.played.equals(List.of("p1")));
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(Tones.correlation(phone.heard(), Tones.samples(sound)))
                        .isGreaterThan(0.99));
        assertThat(stream.statistics().sent()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void reportsDigitOnceAndRegeneratesItWhenPressedInBridge() throws Exception {
        var callerPhone = phone(Codec.PCMU, 1);
        var agentPhone = phone(Codec.PCMU, 2);
        var callerStream = stream(caller, callerPhone, Codec.PCMU);
        var agentStream = stream(agent, agentPhone, Codec.PCMU);
        callerStream.bridge(agentStream);
        callerPhone.sendTo(callerStream.local(), Tones.tone(CALLER_TONE, 1_000));
        await().atMost(DEADLINE).until(() -> callerStream.statistics().received() > 10);

        callerPhone.press(EVENTS, 5);

        await().atMost(DEADLINE).until(() -> eventsAt(agentPhone).size() >= 6);
        assertThat(caller.digits).containsExactly('5');
        assertThat(agent.digits).isEmpty();
        assertThat(eventsAt(agentPhone)).allMatch(packet -> packet[12] == 5);
        await().atMost(DEADLINE)
                .until(() -> eventsAt(agentPhone).stream().filter(p -> (p[13] & 0x80) != 0).count() == 3);
    }

    @Test
    void recordsCallerLeftAndAgentRightWhenBothSpeak(@TempDir Path folder) throws Exception {
        var callerPhone = phone(Codec.PCMU, 1);
        var agentPhone = phone(Codec.PCMA, 2);
        var callerStream = stream(caller, callerPhone, Codec.PCMU);
        var agentStream = stream(agent, agentPhone, Codec.PCMA);
        callerPhone.sendTo(callerStream.local(), Tones.tone(CALLER_TONE, 1_000));
        agentPhone.sendTo(agentStream.local(), Tones.tone(AGENT_TONE, 1_000));
        await().atMost(DEADLINE)
                .until(() -> callerStream.statistics().received() > 10
                        && agentStream.statistics().received() > 10);
        var file = folder.resolve("sub/RE1.wav");

        callerStream.record("RE1", Optional.of(agentStream), file);
        long before = callerStream.statistics().received();
        await().atMost(DEADLINE).until(() -> callerStream.statistics().received() > before + 60);
        agentStream.close();

        await().atMost(DEADLINE).until(() -> !caller.recorded.isEmpty());
        var recorded = caller.recorded.getFirst().orElseThrow();
        var wav = WavFile.read(recorded.file());
        assertThat(wav.channels()).isEqualTo(2);
        assertThat(recorded.duration().toMillis()).isEqualTo(wav.frames() / 8);
        assertThat(wav.frames()).isGreaterThan(8_000);
        var middle = wav.frames() / 2;
        var left = Arrays.copyOfRange(wav.channel(0), middle, middle + 1_600);
        var right = Arrays.copyOfRange(wav.channel(1), middle, middle + 1_600);
        assertThat(Tones.share(left, CALLER_TONE)).isGreaterThan(0.6);
        assertThat(Tones.share(left, AGENT_TONE)).isLessThan(0.05);
        assertThat(Tones.share(right, AGENT_TONE)).isGreaterThan(0.6);
        assertThat(Tones.share(right, CALLER_TONE)).isLessThan(0.05);
        try (var files = Files.list(folder.resolve("sub"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void reportsEmptyRecordingAndGoesOnWhenFolderCannotBeWritten(@TempDir Path folder) throws Exception {
        var phone = phone(Codec.PCMU, 1);
        var stream = stream(caller, phone, Codec.PCMU);
        var notAFolder = Files.writeString(folder.resolve("file"), "x");

        stream.record("RE1", Optional.empty(), notAFolder.resolve("RE1.wav"));

        await().atMost(DEADLINE).until(() -> caller.recorded.equals(List.of(Optional.empty())));
        stream.play(new Playback("p1", Tones.tone(600, 100), 1));
        await().atMost(DEADLINE).until(() -> caller.played.equals(List.of("p1")));
    }

    @Test
    void dropsInjectedPacketsWhenSourceIsLocked() throws Exception {
        var callerPhone = phone(Codec.PCMU, 1);
        var agentPhone = phone(Codec.PCMU, 2);
        var attacker = phone(Codec.PCMU, 3);
        var callerStream = stream(caller, callerPhone, Codec.PCMU);
        callerStream.bridge(stream(agent, agentPhone, Codec.PCMU));
        callerPhone.sendTo(callerStream.local(), Tones.tone(CALLER_TONE, 1_000));
        await().atMost(DEADLINE).until(() -> callerStream.statistics().received() > 5);

        attacker.sendTo(callerStream.local(), Tones.tone(2_000, 1_000));

        await().atMost(DEADLINE).until(() -> callerStream.statistics().foreign() > 20);
        assertHearsOnly(agentPhone, CALLER_TONE, 2_000);
        assertThat(attacker.receivedCount()).isZero();
    }

    @Test
    void refusesStreamWhenPortsAreExhaustedAndGivesThemBackWhenClosed() throws Exception {
        var streams = new ArrayList<MediaStream>();
        for (int i = 0; i < 4; i++) {
            streams.add(server.open(new MediaRequest("leg" + i, caller)));
        }

        assertThatThrownBy(() -> server.open(new MediaRequest("leg5", caller))).isInstanceOf(NoPortLeftException.class);

        assertThat(streams).allMatch(stream -> stream.local().getPort() % 2 == 0);
        streams.forEach(MediaStream::close);
        streams.forEach(MediaStream::close);
        await().atMost(DEADLINE).until(() -> server.statistics().freePairs() == 4);
        assertThat(server.statistics().takenPairs()).isZero();
        assertThat(server.statistics().streams()).isZero();
        server.open(new MediaRequest("leg6", caller)).close();
    }

    @Test
    void reportsLostMediaOnceWhenPeerFallsSilent() throws Exception {
        server.close();
        server = server(1, new PortRange(31_000, 31_007), Duration.ofMillis(200));
        server.start();
        var phone = phone(Codec.PCMU, 1);
        var silent = stream(caller, phone, Codec.PCMU);
        var held = stream(agent, phone, Codec.PCMU);

        held.hold(true);

        await().atMost(DEADLINE).until(() -> caller.lost.size() == 1);
        long sent = silent.statistics().sent();
        await().atMost(DEADLINE).until(() -> silent.statistics().sent() > sent + 20);
        assertThat(caller.lost).hasSize(1);
        assertThat(agent.lost).isEmpty();
    }

    private RtpMediaServer server(int threads, PortRange ports, Duration lost) {
        var options = new MediaOptions(InetAddress.getLoopbackAddress(), ports, threads, lost, Duration.ofSeconds(1),
                Duration.ofMillis(100));
        return new RtpMediaServer(options, new Random(7), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private RtpPeer phone(Codec codec, int ssrc) throws Exception {
        var phone = RtpPeer.open(codec, ssrc);
        opened.add(phone);
        return phone;
    }

    private MediaStream stream(MediaListener listener, RtpPeer phone, Codec codec) {
        var stream = server.open(new MediaRequest("leg", listener));
        stream.configure(RemoteMedia.of(phone.local(), codec, Optional.of(TelephoneEvents.of(EVENTS)),
                Direction.SEND_RECEIVE));
        return stream;
    }

    private static List<byte[]> eventsAt(RtpPeer phone) {
        return phone.received().stream().filter(packet -> (packet[1] & 0x7F) == EVENTS).toList();
    }

    private static void assertHearsOnly(RtpPeer phone, double present, double absent) {
        var heard = phone.heardLast(1_600);
        assertThat(heard).hasSize(1_600);
        assertThat(Tones.share(heard, present)).isGreaterThan(0.6);
        assertThat(Tones.share(heard, absent)).isLessThan(0.05);
    }
}
