package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jackfield.connectors.rtp.SourceLock.Verdict;
import org.junit.jupiter.api.Test;

/** Who is heard, and who is not. */
class SourceLockTest {

    private static final InetSocketAddress SIGNALLED = address("192.0.2.1", 4_000);
    private static final InetSocketAddress OTHER_PORT = address("192.0.2.1", 5_000);
    private static final InetSocketAddress STRANGER = address("198.51.100.9", 4_000);
    private static final int SSRC = 7;

    private final SourceLock lock = new SourceLock(Duration.ofSeconds(3));
    private long now;

    SourceLockTest() {
        lock.signalled(SIGNALLED);
    }

    @Test
    void locksAtOnceWhenSignalledAddressSends() {
        assertThat(judge(SIGNALLED, SSRC, 1)).isEqualTo(Verdict.ACCEPTED_NEW);
        assertThat(judge(SIGNALLED, SSRC, 2)).isEqualTo(Verdict.ACCEPTED);
        assertThat(judge(STRANGER, SSRC, 3)).isEqualTo(Verdict.FOREIGN);
        assertThat(judge(OTHER_PORT, SSRC, 3)).isEqualTo(Verdict.FOREIGN);
        assertThat(lock.target()).isEqualTo(SIGNALLED);
    }

    @Test
    void learnsTranslatedPeerWhenItSendsInSequenceWithinWindow() {
        assertThat(judge(STRANGER, SSRC, 65_535)).isEqualTo(Verdict.PROBATION);
        assertThat(judge(STRANGER, SSRC, 0)).isEqualTo(Verdict.PROBATION);
        assertThat(judge(STRANGER, SSRC, 1)).isEqualTo(Verdict.ACCEPTED_NEW);
        assertThat(lock.target()).isEqualTo(STRANGER);
    }

    @Test
    void neverLearnsWhenStrangerSendsNoSequence() {
        for (int i = 0; i < 100; i++) {
            assertThat(judge(STRANGER, SSRC, i * 7)).isEqualTo(Verdict.PROBATION);
            assertThat(judge(STRANGER, i, 1)).isEqualTo(Verdict.PROBATION);
        }
    }

    @Test
    void prefersSignalledAddressWhenStrangerWasFirst() {
        learn(STRANGER);
        now += Duration.ofSeconds(1).toNanos();

        assertThat(judge(SIGNALLED, 9, 1)).isEqualTo(Verdict.ACCEPTED_NEW);
        assertThat(judge(STRANGER, SSRC, 4)).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void staysWithLearnedPeerWhenWindowIsOver() {
        learn(STRANGER);
        now += Duration.ofSeconds(4).toNanos();

        assertThat(judge(SIGNALLED, 9, 1)).isEqualTo(Verdict.FOREIGN);
        assertThat(judge(STRANGER, SSRC, 4)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void trustsSignalledAddressAloneWhenThereIsNoWindow() {
        var strict = new SourceLock(Duration.ZERO);
        strict.signalled(SIGNALLED);

        for (int i = 0; i < 10; i++) {
            assertThat(strict.judge(STRANGER, SSRC, i, now)).isEqualTo(Verdict.FOREIGN);
        }
        assertThat(strict.judge(SIGNALLED, SSRC, 1, now)).isEqualTo(Verdict.ACCEPTED_NEW);
    }

    @Test
    void believesNewSourceOnlyWhenOldOneFellSilent() {
        judge(SIGNALLED, SSRC, 1);

        assertThat(judge(SIGNALLED, 99, 50)).isEqualTo(Verdict.FOREIGN);
        now += Duration.ofMillis(100).toNanos();
        assertThat(judge(SIGNALLED, 99, 51)).isEqualTo(Verdict.PROBATION);
        assertThat(judge(SIGNALLED, 99, 52)).isEqualTo(Verdict.ACCEPTED_NEW);
        assertThat(lock.ssrc()).isEqualTo(99);
    }

    @Test
    void opensAgainWhenAnotherAddressIsSignalledAndNotForTheSame() {
        judge(SIGNALLED, SSRC, 1);

        lock.signalled(SIGNALLED);
        assertThat(lock.isLocked()).isTrue();
        lock.signalled(STRANGER);
        assertThat(lock.isLocked()).isFalse();
        assertThat(judge(STRANGER, 3, 1)).isEqualTo(Verdict.ACCEPTED_NEW);
    }

    private void learn(InetSocketAddress from) {
        judge(from, SSRC, 1);
        judge(from, SSRC, 2);
        assertThat(judge(from, SSRC, 3)).isEqualTo(Verdict.ACCEPTED_NEW);
    }

    private Verdict judge(InetSocketAddress from, int ssrc, int sequence) {
        return lock.judge(from, ssrc, sequence, now);
    }

    private static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }
}
