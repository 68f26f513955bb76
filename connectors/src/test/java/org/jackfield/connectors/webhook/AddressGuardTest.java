package org.jackfield.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a tenant may name. */
class AddressGuardTest {

    private final AddressGuard closed = new AddressGuard(List.of(), InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0.0.0.0", "0", "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1",
        "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "[::1]", "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1",
        "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::1", "fc00::1", "fdff::1", "fe80::1",
        "febf::1", "fec0::1", "ff02::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "100::1", "4000::1",
        "5f00::1"})
    void refusesWhenAddressIsPrivateOrSpecial(String host) {
        assertThatThrownBy(() -> closed.permitted(host)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "172.15.255.255", "100.128.0.1",
        "192.167.255.255",
        "11.0.0.1", "223.255.255.255", "2606:4700::1111", "[2a00:1450::1]", "2001:4860:4860::8888"})
    void permitsWhenAddressIsPublic(String host) throws Exception {
        assertThat(closed.permitted(host)).isNotNull();
    }

    @Test
    void permitsPrivateAddressWhenItsRangeIsAllowed() throws Exception {
        var guard = new AddressGuard(AddressRange.parseAll("10.1.0.0/16, fd00::/8 127.0.0.1"),
                InetAddress::getAllByName);

        assertThat(guard.permitted("10.1.2.3")).isNotNull();
        assertThat(guard.permitted("fd12::1")).isNotNull();
        assertThat(guard.permitted("127.0.0.1")).isNotNull();
        assertThatThrownBy(() -> guard.permitted("10.2.0.1")).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> guard.permitted("127.0.0.2")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void refusesWhenOneOfSeveralAddressesIsPrivate() {
        var guard = new AddressGuard(List.of(),
                host -> new InetAddress[]{InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")});

        assertThatThrownBy(() -> guard.permitted("rebinding.example")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void resolvesOnceWhenNameChangesItsAddress() throws Exception {
        var answers = new java.util.ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var guard = new AddressGuard(List.of(), host -> new InetAddress[]{InetAddress.ofLiteral(answers.remove())});

        assertThat(guard.permitted("rebinding.example").getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(answers).hasSize(1);
    }

    @Test
    void failsWhenNameHasNoAddress() {
        var guard = new AddressGuard(List.of(), host -> new InetAddress[0]);

        assertThatThrownBy(() -> guard.permitted("nowhere.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void refusesRangeWhenItIsMalformed() {
        for (var range : List.of("10.0.0.0/33", "10.0.0.0/-1", "example.com/8", "10.0.0.0/x", "300.1.1.1/8")) {
            assertThatThrownBy(() -> AddressRange.parse(range)).as(range).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
