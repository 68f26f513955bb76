package org.jackfield.connectors.sip;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.connectors.media.RtpPeer;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.engine.call.contract.ContractPhone.Line;
import org.jackfield.engine.call.contract.ToneGauge;
import org.jackfield.engine.media.Sound;

/** One call of a {@link ContractSipPhone} with its media: what a person does and perceives. Thread-safe. */
final class ContractLine implements Line, AutoCloseable {

    private static final Pattern MEDIA = Pattern.compile("m=audio (\\d+) ");
    private static final String KEYS = "0123456789*#ABCD";
    private static final int EVENTS = 101;
    private static final int HEARD = 1_600;
    private static final int KEY_MILLIS = 300;

    private final PhoneCall call;
    private final TestPhone phone;
    private final RtpPeer media;
    private final boolean calling;
    private final ScheduledExecutorService fingers = Executors.newSingleThreadScheduledExecutor();
    private Optional<InetSocketAddress> far = Optional.empty();
    private String wanted = "";
    private boolean changing;
    private boolean ringing;
    private boolean talking;
    /** A BYE that overtakes the ACK of this phone's answer ends nothing (RFC 3261, section 15). */
    private boolean acknowledged;
    private boolean over;
    private int refusal;

    ContractLine(TestPhone phone, PhoneCall call, boolean calling) {
        this.phone = phone;
        this.call = call;
        this.calling = calling;
        this.ringing = !calling;
        this.acknowledged = calling;
        try {
            this.media = RtpPeer.open(Codec.PCMU, call.callId().hashCode());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        phone.hearAt(media.local().getPort());
    }

    String callId() {
        return call.callId();
    }

    synchronized void start() {
        call.invite(Optional.of(description("sendrecv")));
    }

    private String description(String direction) {
        phone.hearAt(media.local().getPort());
        return phone.sdp(direction);
    }

    /** What a message of the platform does to the call. */
    synchronized void take(SipText message) {
        if (message.isRequest()) {
            request(message);
        } else if (message.method().equals("INVITE")) {
            answered(message);
        }
    }

    private void request(SipText request) {
        switch (request.method()) {
            case "BYE" -> {
                call.respond(request, acknowledged ? 200 : 481, "");
                if (acknowledged) {
                    end();
                }
            }
            case "CANCEL" -> {
                call.respond(request, 200, "");
                call.respond(487);
                end();
            }
            case "ACK" -> acknowledged = true;
            default -> {
                // Nothing else is asked of it here.
            }
        }
    }

    private void answered(SipText answer) {
        int status = answer.status();
        if (status >= 200) {
            call.learn(answer);
        }
        if (status == 180) {
            ringing = true;
        } else if (status == 200) {
            call.ack();
            changing = false;
            talk(answer.body());
        } else if (status == 491) {
            call.ackRefusal();
            changing = false;
            var _ = fingers.schedule(() -> change(wanted), 100, TimeUnit.MILLISECONDS);
        } else if (status >= 300) {
            call.ackRefusal();
            refusal = status;
            end();
        }
    }

    private void talk(String description) {
        Matcher found = MEDIA.matcher(description);
        if (found.find()) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(),
                    Integer.parseInt(found.group(1)));
            far = Optional.of(address);
            media.sendTo(address, Sound.of(new short[160]));
        }
        ringing = false;
        talking = true;
    }

    private void end() {
        over = true;
        talking = false;
        ringing = false;
        close();
    }

    @Override
    public synchronized void answer() {
        call.respond(call.invited(), 200, description("sendrecv"));
        talk(call.invited().body());
    }

    @Override
    public synchronized void decline() {
        call.respond(603);
        end();
    }

    @Override
    public synchronized void hangUp() {
        if (talking) {
            call.bye();
            end();
        } else if (!over && calling) {
            call.cancel();
        } else if (!over) {
            decline();
        }
    }

    @Override
    public void press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            int key = KEYS.indexOf(keys.charAt(i));
            var _ = fingers.schedule(() -> media.press(EVENTS, key), (long) KEY_MILLIS * i, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void hold() {
        change("sendonly");
    }

    @Override
    public void resume() {
        change("sendrecv");
    }

    /** A person presses again when the last change is not through yet. */
    private synchronized void change(String direction) {
        if (changing) {
            var _ = fingers.schedule(() -> change(direction), 50, TimeUnit.MILLISECONDS);
        } else {
            changing = true;
            wanted = direction;
            call.request("INVITE", description(direction));
        }
    }

    @Override
    public synchronized void say(int hertz) {
        Sound sound = hertz == 0 ? Sound.of(new short[160]) : ToneGauge.tone(hertz, 1_000);
        far.ifPresent(address -> media.sendTo(address, sound));
    }

    @Override
    public synchronized boolean isRinging() {
        return ringing;
    }

    @Override
    public synchronized boolean isTalking() {
        return talking;
    }

    @Override
    public synchronized boolean isOver() {
        return over;
    }

    @Override
    public synchronized int refusal() {
        return refusal;
    }

    @Override
    public boolean hears(int hertz) {
        return ToneGauge.isTone(media.heardLast(HEARD), hertz);
    }

    /** Each event has its own timestamp; every packet of it repeats that. */
    @Override
    public String digits() {
        StringBuilder digits = new StringBuilder();
        long last = -1;
        for (byte[] packet : media.received()) {
            if ((packet[1] & 0x7F) == EVENTS && packet.length >= 16) {
                long stamp = ByteBuffer.wrap(packet).getInt(4) & 0xFFFFFFFFL;
                if (stamp != last) {
                    digits.append(KEYS.charAt(packet[12]));
                }
                last = stamp;
            }
        }
        return digits.toString();
    }

    @Override
    public void close() {
        fingers.shutdownNow();
        media.close();
    }
}
