package org.jackfield.connectors.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.connectors.rtp.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers and answers (RFC 3264) without a network. */
class MediaNegotiationTest {

    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";

    private final MediaNegotiation negotiation = new MediaNegotiation(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 20_000), 5);

    @Test
    void answersTheFirstAudioAndRefusesTheRest() throws SdpException {
        String offer = HEAD
                + "m=video 5000 RTP/AVP 99\r\nm=audio 6000 RTP/AVP 9 8 0 97\r\na=rtpmap:97 telephone-event/8000\r\n"
                + "m=audio 7000 RTP/AVP 0\r\n";

        MediaNegotiation.Answer answer = negotiation.answer(offer);

        assertThat(answer.text().lines().filter(line -> line.startsWith("m="))).containsExactly(
                "m=video 0 RTP/AVP 99", "m=audio 20000 RTP/AVP 8 97", "m=audio 0 RTP/AVP 0");
        assertThat(answer.agreement().remote().codec()).isEqualTo(Codec.PCMA);
        assertThat(answer.agreement().remote().rtp().getPort()).isEqualTo(6_000);
        assertThat(answer.agreement().remote().rtcp().getPort()).isEqualTo(6_001);
        assertThat(answer.agreement().remote().telephoneEvents().orElseThrow().send()).isEqualTo(97);
    }

    @ParameterizedTest
    @CsvSource({"sendrecv,SEND_RECEIVE,false", "sendonly,RECEIVE,true", "recvonly,SEND,false",
        "inactive,INACTIVE,true"})
    void turnsTheDirectionRound(String theirs, Direction ours, boolean held) throws SdpException {
        MediaAgreement settled = negotiation.answer(HEAD + "m=audio 6000 RTP/AVP 0\r\na=" + theirs + "\r\n")
                .agreement();

        assertThat(settled.remote().direction()).isEqualTo(ours);
        assertThat(settled.isHeld()).isEqualTo(held);
    }

    @Test
    void readsAddressesAtEitherLevelAndTheRtcpPlace() throws SdpException {
        MediaAgreement settled = negotiation.answer(HEAD + "m=audio 6000 RTP/AVP 0\r\nc=IN IP4 192.0.2.7\r\n"
                + "a=rtcp:7777 IN IP4 192.0.2.8\r\na=ptime:30\r\n").agreement();

        assertThat(settled.remote().rtp().getAddress().getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(settled.remote().rtcp()).isEqualTo(new InetSocketAddress("192.0.2.8", 7_777));
        assertThat(settled.packetTime()).isEqualTo(30);
    }

    @Test
    void countsItsVersionOnlyWhenTheTextChanges() throws SdpException {
        String first = negotiation.offer();
        negotiation.accept(HEAD + "m=audio 6000 RTP/AVP 0\r\n");
        String again = negotiation.offerAgain();
        String held = negotiation.answer(HEAD + "m=audio 6000 RTP/AVP 0\r\na=sendonly\r\n").text();

        assertThat(again).isEqualTo(first);
        assertThat(first).contains("o=jackfield 5 5 ");
        assertThat(held).contains("o=jackfield 5 6 ", "a=recvonly");
        assertThat(negotiation.offer()).contains("o=jackfield 5 7 ", "a=sendrecv");
    }

    @Test
    void keepsWhatWasSettledWhenAnOfferFails() throws SdpException {
        MediaAgreement settled = negotiation.answer(HEAD + "m=audio 6000 RTP/AVP 0\r\n").agreement();

        assertThatThrownBy(() -> negotiation.answer(HEAD + "m=audio 6000 RTP/AVP 18\r\n"))
                .isInstanceOfSatisfying(SdpException.class, e -> assertThat(e.status()).isEqualTo(488));

        assertThat(negotiation.agreement()).contains(settled);
    }

    @ParameterizedTest
    @CsvSource({"m=audio 6000 RTP/SAVP 0", "m=audio 0 RTP/AVP 0", "m=video 6000 RTP/AVP 0",
        "m=audio 6000 RTP/AVP 18 96"})
    void refusesOffersWithoutUsableAudio(String media) {
        assertThatThrownBy(() -> negotiation.answer(HEAD + media + "\r\n"))
                .isInstanceOfSatisfying(SdpException.class, e -> assertThat(e.status()).isEqualTo(488));
    }

    @ParameterizedTest
    @CsvSource({"phone.example", "224.0.0.5"})
    void refusesAddressesThatAreNamesOrGroups(String address) {
        assertThatThrownBy(() -> negotiation.answer(HEAD.replace("c=IN IP4 192.0.2.1", "c=IN IP4 " + address)
                + "m=audio 6000 RTP/AVP 0\r\n"))
                .isInstanceOfSatisfying(SdpException.class, e -> assertThat(e.status()).isEqualTo(488));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesMalformedText(String text) {
        assertThatThrownBy(() -> negotiation.answer(text))
                .isInstanceOfSatisfying(SdpException.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    static Stream<String> malformed() {
        String audio = "m=audio 6000 RTP/AVP 0\r\n";
        return List
                .of("", "v=1\r\n", "v=0\r\n", HEAD + "x=1\r\n" + audio, HEAD + "nonsense\r\n", HEAD + "v=0\r\n" + audio,
                        HEAD.replace("s=-\r\n", "") + audio, HEAD.replace("o=- 1 1 IN IP4 192.0.2.1\r\n", "") + audio,
                        HEAD.replace("c=IN IP4 192.0.2.1\r\n", "") + audio,
                        HEAD.replace("IN IP4 192.0.2.1\r\nt", "IP4\r\nt") + audio,
                        HEAD + "m=audio 99999 RTP/AVP 0\r\n", HEAD + "m=audio -1 RTP/AVP 0\r\n", HEAD + "m=audio\r\n",
                        HEAD + audio + "a=rtpmap:x\r\n", HEAD + audio + "a=rtcp:x\r\n", HEAD + audio + "a=ptime:x\r\n",
                        HEAD + audio.repeat(17), HEAD + "a=x\r\n".repeat(500) + audio,
                        HEAD + "a=" + "x".repeat(20_000) + "\r\n" + audio,
                        HEAD + "m=audio 6000 RTP/AVP" + " 0".repeat(65) + "\r\n")
                .stream();
    }
}
