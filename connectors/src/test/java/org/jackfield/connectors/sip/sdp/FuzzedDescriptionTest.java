package org.jackfield.connectors.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.jackfield.connectors.fuzz.Mutator;
import org.junit.jupiter.api.Test;

/** Damaged descriptions are refused or answered; nothing else comes of them. */
class FuzzedDescriptionTest {

    private static final long SEED = Long.getLong("jackfield.fuzz.seed", 8_866);
    private static final long MESSAGES = Long.getLong("jackfield.fuzz.messages", 50_000);
    private static final List<String> VALID = List.of("""
            v=0
            o=fuzz 29739 7272939 IN IP4 192.0.2.1
            s=-
            i=info
            c=IN IP4 192.0.2.1
            b=AS:64
            t=0 0
            a=sendrecv
            m=audio 49217 RTP/AVP 0 8 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=rtcp:49218 IN IP4 192.0.2.1
            a=recvonly
            m=video 0 RTP/AVP 31
            """, """
            v=0
            o=- 1 2 IN IP6 2001:db8::1
            s=-
            t=0 0
            m=audio 9/2 RTP/AVP 8
            c=IN IP6 2001:db8::1
            a=inactive
            """);

    private int refused;
    private int answered;

    @Test
    void refusesOrAnswersWhateverIsDamaged() {
        for (int i = 0; i < MESSAGES; i++) {
            SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + i);
            String valid = VALID.get(random.nextInt(VALID.size())).replace("\n", "\r\n");
            take(i, new Mutator(random).mutate(valid));
        }

        assertThat(refused).as("seed %d", SEED).isPositive();
        assertThat(answered).as("seed %d", SEED).isPositive();
    }

    private void take(int number, String description) {
        MediaNegotiation ours = new MediaNegotiation(new InetSocketAddress(InetAddress.getLoopbackAddress(), 30_000),
                1);
        try {
            MediaNegotiation.Answer answer = ours.answer(description);
            answered++;
            assertThat(SdpReader.read(answer.text()).media()).as("seed %d, description %d", SEED, number).isNotEmpty();
        } catch (SdpException e) {
            refused++;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + SEED + ", description " + number + ": " + description, e);
        }
    }
}
