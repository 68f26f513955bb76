package org.jackfield.connectors.sip.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.jackfield.connectors.rtp.Direction;
import org.jackfield.connectors.rtp.RemoteMedia;
import org.jackfield.connectors.rtp.TelephoneEvents;
import org.jackfield.connectors.sip.sdp.MediaDescription.RtcpPlace;

/**
 * Our side of the offer/answer exchange (RFC 3264) of one leg: one audio stream at one port pair. Used by one thread at a
 * time. The version in {@code o=} grows whenever the text changes (section 8). An exchange that fails changes nothing.
 * Addresses of peers must be literals: a peer does not make us ask the DNS.
 */
public final class MediaNegotiation {

    private static final int DEFAULT_PACKET_TIME = 20;
    private static final int HIGHEST_PORT = 65_535;

    /** An answer to send and what it settled. */
    public record Answer(String text, MediaAgreement agreement) {}

    private final InetSocketAddress local;
    private final SdpWriter writer;
    private boolean offering;
    private Optional<MediaAgreement> agreement = Optional.empty();

    /** We receive RTP at {@code local} and RTCP at the next port; {@code id} names the description in {@code o=}. */
    public MediaNegotiation(InetSocketAddress local, long id) {
        this.local = local;
        this.writer = new SdpWriter(local, id);
    }

    /** Checks an offer without answering it. */
    public static void check(String offer) throws SdpException {
        SessionDescription description = SdpReader.read(offer);
        place(description, usable(description));
    }

    /** Whether our own offer waits for its answer. */
    public boolean isOffering() {
        return offering;
    }

    public Optional<MediaAgreement> agreement() {
        return agreement;
    }

    /** Makes an offer of everything we can; of what is settled, with media both ways, when something is. */
    public String offer() {
        offering = true;
        return writer.offer();
    }

    /** Offers once more what is settled, for a refresh: nothing changes by it. */
    public String offerAgain() {
        offering = true;
        return writer.repeat();
    }

    /** The offer was refused: what was settled before stays (RFC 3261, section 14.1). */
    public void forgetOffer() {
        offering = false;
    }

    /**
     * Answers an offer.
     *
     * @throws SdpException the offer is malformed, or holds no audio that we understand
     */
    public Answer answer(String offer) throws SdpException {
        SessionDescription description = SdpReader.read(offer);
        MediaDescription audio = usable(description);
        MediaAgreement settled = settle(description, audio, audio.telephoneEvent());
        String text = writer.answer(description.media(), description.media().indexOf(audio), settled);
        agreement = Optional.of(settled);
        offering = false;
        return new Answer(text, settled);
    }

    /**
     * Takes the answer to our offer.
     *
     * @throws SdpException the answer is malformed, or refuses the audio
     */
    public MediaAgreement accept(String answer) throws SdpException {
        SessionDescription description = SdpReader.read(answer);
        MediaAgreement settled = settle(description, usable(description), writer.telephoneEvent());
        agreement = Optional.of(settled);
        offering = false;
        return settled;
    }

    private static MediaDescription usable(SessionDescription description) throws SdpException {
        return description.media()
                .stream()
                .filter(MediaDescription::isUsableAudio)
                .findFirst()
                .orElseThrow(() -> SdpException.unacceptable("no audio over RTP/AVP in PCMU or PCMA"));
    }

    private MediaAgreement settle(SessionDescription description, MediaDescription audio, OptionalInt receivedEvents)
            throws SdpException {
        InetSocketAddress rtp = place(description, audio);
        if (rtp.equals(local)) {
            throw SdpException.unacceptable("the peer names our own port");
        }
        Optional<TelephoneEvents> events = audio.telephoneEvent().isPresent() && receivedEvents.isPresent()
                ? Optional.of(new TelephoneEvents(audio.telephoneEvent().getAsInt(), receivedEvents.getAsInt()))
                : Optional.empty();
        RemoteMedia remote = new RemoteMedia(rtp, rtcp(audio, rtp), audio.codec().orElseThrow(), events,
                ours(description, audio, rtp));
        return new MediaAgreement(remote, audio.packetTime().orElse(DEFAULT_PACKET_TIME));
    }

    private static Direction ours(SessionDescription description, MediaDescription audio, InetSocketAddress rtp) {
        Direction theirs = audio.direction().or(description::direction).orElse(Direction.SEND_RECEIVE);
        if (rtp.getAddress().isAnyLocalAddress()) {
            return theirs.sends() ? Direction.RECEIVE : Direction.INACTIVE;
        }
        return DirectionWords.reversed(theirs);
    }

    private static InetSocketAddress place(SessionDescription description, MediaDescription audio)
            throws SdpException {
        return new InetSocketAddress(literal(audio.connection().or(description::connection).orElseThrow()),
                audio.port());
    }

    private static InetSocketAddress rtcp(MediaDescription audio, InetSocketAddress rtp) throws SdpException {
        RtcpPlace place = audio.rtcp()
                .orElse(new RtcpPlace(Math.min(rtp.getPort() + 1, HIGHEST_PORT), Optional.empty()));
        InetAddress address = place.address().isPresent() ? literal(place.address().get()) : rtp.getAddress();
        return new InetSocketAddress(address, place.port());
    }

    private static InetAddress literal(String address) throws SdpException {
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw SdpException.unacceptable("the media address is no IP address");
        }
        if (parsed.isMulticastAddress()) {
            throw SdpException.unacceptable("the media address is multicast");
        }
        return parsed;
    }
}
