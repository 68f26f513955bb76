package org.jackfield.app.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of a demo phone, from either end, with its voice. Thread-safe: its phone's reader and its person use it. */
final class PhoneCall implements AutoCloseable {

    private static final Pattern AUDIO = Pattern.compile("m=audio ([0-9]{1,5}) ");

    private final Phone phone;
    private final String id;
    private final Voice voice;
    private final String ourTag;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<SipMessage> invite = Optional.empty();
    private String target = "";
    private String us = "";
    private String them = "";
    private String branch = "";
    private int sequence;
    private boolean cancelled;

    PhoneCall(Phone phone, String id) {
        this.phone = phone;
        this.id = id;
        this.voice = phone.newVoice();
        this.ourTag = phone.newId();
    }

    String id() {
        return id;
    }

    /** Sends the INVITE (RFC 3261, section 13.2). */
    synchronized void invite(String to) {
        target = to;
        us = "<" + phone.contact() + ">;tag=" + ourTag;
        them = "<" + to + ">";
        branch = "z9hG4bK" + phone.newId();
        sequence = 1;
        send("INVITE", branch, description());
    }

    /** Somebody calls. */
    synchronized void ring(SipMessage request) {
        invite = Optional.of(request);
        target = SipMessage.address(request.header("Contact"));
        us = request.header("To") + ";tag=" + ourTag;
        them = request.header("From");
        phone.send(request.answer("180 Ringing", ourTag, contact(), ""));
    }

    synchronized void accept() {
        if (!isOver()) {
            invite.ifPresent(request -> {
                phone.send(request.answer("200 OK", ourTag, contact(), description()));
                talkTo(request.body());
            });
        }
    }

    synchronized void decline() {
        if (!isOver()) {
            invite.ifPresent(request -> phone.send(request.answer("603 Decline", ourTag, List.of(), "")));
            end();
        }
    }

    void press(String keys) {
        voice.press(keys);
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Whether the other side answered in time and is still there. */
    boolean isAnsweredWithin(Duration patience) {
        return await(answered, patience) && !isOver();
    }

    /** Stays on the line for that long; false when the call ended meanwhile, or the demo. */
    boolean staysFor(Duration time) {
        return !await(over, time) && !Thread.currentThread().isInterrupted();
    }

    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the call in whatever state it is. */
    synchronized void hangUp() {
        if (isOver()) {
            return;
        }
        if (answered.getCount() == 0) {
            sequence++;
            send("BYE", "z9hG4bK" + phone.newId(), "");
            end();
        } else if (invite.isPresent()) {
            decline();
        } else if (!cancelled) {
            cancelled = true;
            send("CANCEL", branch, "");
        }
    }

    synchronized void hear(SipMessage message) {
        if (message.isRequest()) {
            request(message);
        } else if (message.method().equals("INVITE") && message.status() >= 200) {
            outcome(message);
        }
    }

    /** The final answer to our INVITE; each repetition is acknowledged again. */
    private void outcome(SipMessage answer) {
        them = answer.header("To");
        if (answer.status() >= 300) {
            send("ACK", branch, "");
            end();
            return;
        }
        target = SipMessage.address(answer.header("Contact"));
        send("ACK", "z9hG4bK" + phone.newId(), "");
        if (answered.getCount() > 0) {
            talkTo(answer.body());
        }
        if (cancelled) {
            hangUp();
        }
    }

    private void request(SipMessage request) {
        switch (request.method()) {
            case "ACK" -> {
            }
            case "BYE" -> {
                phone.send(request.answer("200 OK", ourTag, List.of(), ""));
                end();
            }
            case "CANCEL" -> {
                phone.send(request.answer("200 OK", ourTag, List.of(), ""));
                if (answered.getCount() > 0) {
                    invite.ifPresent(
                            first -> phone.send(first.answer("487 Request Terminated", ourTag, List.of(), "")));
                    end();
                }
            }
            case "INVITE", "UPDATE" -> repeated(request);
            default -> phone.send(request.answer("200 OK", ourTag, List.of(), ""));
        }
    }

    /** A refresh of the session (RFC 4028), or our answer to the first INVITE got lost. */
    private void repeated(SipMessage request) {
        boolean talking = answered.getCount() == 0;
        phone.send(request.answer(talking ? "200 OK" : "180 Ringing", ourTag, contact(), talking ? description() : ""));
    }

    private void talkTo(String description) {
        Matcher audio = AUDIO.matcher(description);
        if (audio.find()) {
            voice.sendTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(audio.group(1))));
        }
        answered.countDown();
    }

    private void end() {
        over.countDown();
        answered.countDown();
        phone.forget(this, voice);
    }

    private void send(String method, String via, String description) {
        boolean outside = method.equals("CANCEL");
        phone.send(SipMessage.text(List.of(
                method + " " + target + " SIP/2.0",
                phone.via() + via,
                "Max-Forwards: 70",
                "From: " + us,
                "To: " + (outside ? them.replaceAll(";tag=.*", "") : them),
                "Call-ID: " + id,
                "CSeq: " + sequence + " " + method,
                contact().getFirst()), description));
    }

    private List<String> contact() {
        return List.of("Contact: <" + phone.contact() + ">");
    }

    private String description() {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + voice.port()
                + " RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n"
                + "a=sendrecv\r\n";
    }

    @Override
    public void close() {
        hangUp();
    }
}
