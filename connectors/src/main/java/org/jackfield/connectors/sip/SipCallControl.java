package org.jackfield.connectors.sip;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jackfield.connectors.rtp.MediaStream;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.call.LegListener;

/**
 * The engine's call control over SIP (RFC 3261) and RTP: user agent, registrar and digest gate behind one address and port.
 * Calls that come in go to {@link org.jackfield.engine.call.InboundCalls}. Thread-safe; nothing blocks the caller.
 */
public final class SipCallControl implements CallControl, DanglingDialogs, AutoCloseable {

    private final SipServer server;
    private final Map<String, MediaStream> recordings = new ConcurrentHashMap<>();
    private volatile LegListener listener = (leg, event) -> {};

    /**
     * Starts to listen.
     *
     * @throws SipUnavailableException the port is taken
     */
    public SipCallControl(SipOptions options, SipParts parts) throws SipUnavailableException {
        this.server = new SipServer(options, parts, this::heard);
    }

    /** The port that is listened on, UDP and TCP alike. */
    public int port() {
        return server.port();
    }

    /** The leg of that id while something of it is left, for tests of its states. */
    Optional<Leg> leg(String id) {
        return server.table().find(id);
    }

    public SipCensus census() {
        return server.census();
    }

    /** No new calls from now on, or again: while draining INVITEs are answered 503. Running calls go on. */
    public void drain(boolean now) {
        server.drain(now);
    }

    /** The IP address that is listened on. */
    public String address() {
        return server.address();
    }

    @Override
    public void bye(String leg, DialogIdentity dialog) {
        server.hangUpLost(dialog);
    }

    @Override
    public void reportTo(LegListener hearer) {
        listener = hearer;
    }

    private void heard(String leg, LegEvent event) {
        if (event instanceof LegEvent.Recorded recorded) {
            recordings.remove(recorded.recording());
        }
        listener.on(leg, event);
    }

    @Override
    public void ring(String leg) {
        inbound(leg, InboundLeg::ring);
    }

    @Override
    public void answer(String leg) {
        inbound(leg, InboundLeg::answer);
    }

    @Override
    public void refuse(String leg, Refusal why) {
        inbound(leg, found -> found.refuse(why));
    }

    @Override
    public void dial(Dial dial) {
        server.dial(dial);
    }

    @Override
    public void confirm(String leg) {
        server.table().find(leg).ifPresent(found -> {
            if (found instanceof OutboundLeg outbound) {
                outbound.tell(outbound::confirm);
            }
        });
    }

    @Override
    public void play(String leg, Playback playback) {
        media(leg, stream -> stream.play(playback));
    }

    @Override
    public void stopPlaying(String leg) {
        media(leg, MediaStream::stopPlaying);
    }

    @Override
    public void sendDigits(String leg, String digits) {
        media(leg, stream -> stream.sendDigits(digits));
    }

    @Override
    public void bridge(String first, String second) {
        media(first, stream -> stream(second).ifPresent(stream::bridge));
    }

    @Override
    public void unbridge(String leg) {
        media(leg, MediaStream::unbridge);
    }

    @Override
    public void record(RecordingOrder order) {
        server.table()
                .find(order.left())
                .ifPresentOrElse(leg -> leg.tell(() -> record(leg, order)),
                        () -> heard(order.left(), new LegEvent.Recorded(order.recording(), Optional.empty())));
    }

    private void record(Leg leg, RecordingOrder order) {
        leg.media().ifPresentOrElse(stream -> {
            recordings.put(order.recording(), stream);
            Optional<MediaStream> right = order.right().equals(order.left()) ? Optional.empty() : stream(order.right());
            stream.record(order.recording(), right, order.file(), order.endingSilence());
        }, () -> heard(order.left(), new LegEvent.Recorded(order.recording(), Optional.empty())));
    }

    @Override
    public void stopRecording(String recording) {
        Optional.ofNullable(recordings.get(recording)).ifPresent(stream -> stream.stopRecording(recording));
    }

    @Override
    public void hangUp(String leg) {
        server.table().find(leg).ifPresent(found -> found.tell(found::hangUp));
    }

    private void inbound(String leg, Consumer<InboundLeg> order) {
        server.table().find(leg).ifPresent(found -> {
            if (found instanceof InboundLeg inbound) {
                inbound.tell(() -> order.accept(inbound));
            }
        });
    }

    private void media(String leg, Consumer<MediaStream> order) {
        server.table().find(leg).ifPresent(found -> found.tell(() -> found.media().ifPresent(order)));
    }

    private Optional<MediaStream> stream(String leg) {
        return server.table().find(leg).flatMap(Leg::media);
    }

    /** Hangs up what is left and stops listening. */
    @Override
    public void close() {
        server.close();
    }
}
