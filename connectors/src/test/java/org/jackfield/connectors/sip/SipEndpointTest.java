package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests that cannot be sent. */
class SipEndpointTest {

    private static final SipOptions OPTIONS = SipOptions.at("127.0.0.1", 0);
    /** Far less than 64 times T1, after which JAIN-SIP would forget what it sent. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final AtomicInteger heard = new AtomicInteger();
    private final SipEndpoint endpoint = SipEndpoint.open(OPTIONS, new SourceGate(OPTIONS.limits().sources()),
            new SipDispatcher(new FaultGuard()));

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void keepsNothingOfACancelWhoseInviteIsOver() {
        failsToSend(request("CANCEL", "sip:eve@127.0.0.1:9", "UDP"));
    }

    @Test
    void keepsNothingOfARequestToAPortThatDoesNotExist() {
        failsToSend(request("OPTIONS", "sip:eve@127.0.0.1:99999", "UDP"));
    }

    @Test
    void keepsNothingOfARequestToAPortOnWhichNobodyListens() {
        failsToSend(request("OPTIONS", "sip:eve@127.0.0.1:" + FreePort.find("127.0.0.1") + ";transport=tcp", "TCP"));
    }

    private void failsToSend(Request request) {
        assertThat(endpoint.send(request, new Listener())).isEmpty();

        await().atMost(SOON).until(() -> endpoint.clientTransactions() == 0);
        assertThat(heard).as("how often the sender is told").hasValue(1);
    }

    private Request request(String method, String uri, String transport) {
        try {
            return SipFactory.getInstance()
                    .createMessageFactory()
                    .createRequest(method + " " + uri
                            + " SIP/2.0\r\nVia: SIP/2.0/" + transport + " 127.0.0.1:" + endpoint.port()
                            + ";branch=z9hG4bKnever"
                            + method + "\r\nMax-Forwards: 70\r\nFrom: <sip:us@127.0.0.1>;tag=1\r\nTo: <" + uri
                            + ">\r\nCall-ID: never-sent\r\nCSeq: 1 " + method + "\r\nContent-Length: 0\r\n\r\n");
        } catch (PeerUnavailableException | ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private final class Listener implements ResponseListener {

        @Override
        public void onResponse(Response response) {
            throw new AssertionError("nobody can have answered");
        }

        @Override
        public void onTimeout() {
            heard.incrementAndGet();
        }
    }
}
