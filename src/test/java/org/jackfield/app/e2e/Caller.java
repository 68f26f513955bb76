package org.jackfield.app.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jackfield.connectors.sip.PhoneCall;
import org.jackfield.connectors.sip.SipText;
import org.jackfield.connectors.sip.TestPhone;

/** A caller whose every step a test decides: own SIP and RTP over loopback, apart from the product's. */
final class Caller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TestPhone phone;
    private final CallerMedia media;
    private final PhoneCall call;
    private final String name;

    private Caller(String name, TestPhone phone, CallerMedia media, PhoneCall call) {
        this.name = name;
        this.phone = phone;
        this.media = media;
        this.call = call;
    }

    /** Calls the number and is answered. */
    static Caller call(String name, String number, int sipPort) {
        TestPhone phone = new TestPhone(name, sipPort);
        CallerMedia media = CallerMedia.open(440);
        phone.hearAt(media.port());
        PhoneCall call = phone.invite("sip:" + number + "@" + phone.server());
        call.expect(200);
        call.ack();
        return new Caller(name, phone, media, call);
    }

    String name() {
        return name;
    }

    CallerMedia media() {
        return media;
    }

    /** Hangs up as a phone does that knows nothing of the other side's plans; its BYE may cross ours. */
    void hangUp() {
        call.bye();
        Set<Integer> answers = Set.of(200, 481);
        Optional<SipText> answer = phone.poll(
                message -> answers.contains(message.status()) && message.method().equals("BYE"), PATIENCE);
        if (answer.isEmpty()) {
            throw new AssertionError(name + ": nobody answered the BYE");
        }
        answerBye(Duration.ofMillis(100));
    }

    /** Confirms the other side's hang-up, when it comes in time. */
    boolean answerBye(Duration patience) {
        Optional<SipText> bye = phone.poll(message -> message.isRequest() && message.method().equals("BYE"), patience);
        bye.ifPresent(request -> call.respond(request, 200, ""));
        return bye.isPresent();
    }

    @Override
    public void close() {
        media.close();
        phone.close();
    }
}
