package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.stream.IntStream;
import org.jackfield.connectors.sip.SipOptions.Sources;
import org.junit.jupiter.api.Test;

/** What one source may send, on ticks of our own. */
class SourceGateTest {

    private static final InetAddress PHONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final int BURST = 10 * SourceGate.BURST_SECONDS;

    private final SourceGate gate = new SourceGate(new Sources(10, 2));

    @Test
    void admitsABurstAndThenTheSteadyRate() {
        assertThat(admitted(PHONE, 1_000)).isEqualTo(BURST);

        pass(1);

        assertThat(admitted(PHONE, 1_000)).isEqualTo(10);
        assertThat(gate.dropped()).isEqualTo(2_000 - BURST - 10);
    }

    @Test
    void leavesOtherSourcesAloneWhenOneFloods() {
        admitted(PHONE, 1_000);

        assertThat(admitted(OTHER, 5)).isEqualTo(5);
    }

    @Test
    void countsANetworkOfIpv6AsOneSource() {
        int first = admitted(InetAddress.ofLiteral("2001:db8::1"), 1_000);
        int second = admitted(InetAddress.ofLiteral("2001:db8::2"), 1_000);
        int elsewhere = admitted(InetAddress.ofLiteral("2001:db8:0:1::2"), 1);

        assertThat(first + second).isEqualTo(BURST);
        assertThat(elsewhere).isOne();
    }

    @Test
    void doesNotStarveAKnownPhoneWhenStrangersFlood() {
        gate.know(PHONE);
        IntStream.range(0, 200).forEach(i -> admitted(InetAddress.ofLiteral("198.51.100." + i), 100));

        assertThat(admitted(OTHER, 1)).as("strangers share what is left").isZero();
        assertThat(admitted(PHONE, 5)).isEqualTo(5);
    }

    @Test
    void boundsConnectionsOfASource() {
        assertThat(gate.opens(PHONE)).isTrue();
        assertThat(gate.opens(PHONE)).isTrue();
        assertThat(gate.opens(PHONE)).isFalse();

        gate.closed(PHONE);

        assertThat(gate.opens(PHONE)).isTrue();
        assertThat(gate.opens(OTHER)).isTrue();
    }

    @Test
    void givesTheMachineItselfMore() {
        assertThat(admitted(InetAddress.ofLiteral("127.0.0.1"), 1_000)).isEqualTo(BURST * SourceGate.LOOPBACK_FACTOR);
    }

    @Test
    void refusesRatesThatAdmitNothing() {
        assertThatThrownBy(() -> new Sources(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private int admitted(InetAddress from, int messages) {
        return (int) IntStream.range(0, messages).filter(_ -> gate.admits(from)).count();
    }

    private void pass(int seconds) {
        IntStream.range(0, seconds * 10).forEach(_ -> gate.tick());
    }
}
