package org.jackfield.engine.loopback;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.contract.ContractPhone;
import org.jackfield.engine.call.contract.ToneGauge;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.time.ScheduledTimers;

/** The loopback network in real time, and its phones. */
final class LoopbackFixture implements ContractFixture {

    private final LoopbackNetwork network;
    private final ScheduledTimers timers = new ScheduledTimers("loopback");
    private final Path folder;
    private int phones;

    LoopbackFixture(LegListener listener, InboundCalls inbound, Path folder) {
        this.folder = folder;
        network = new LoopbackNetwork(new TimeOrderedIds(Clock.systemUTC(), new Random(3)), Clock.systemUTC(), timers);
        network.reportTo(listener);
        network.deliverTo(inbound);
    }

    @Override
    public CallControl control() {
        return network;
    }

    @Override
    public ContractPhone phone() {
        return new Phone(network.phone("sip:phone" + ++phones + "@loopback"));
    }

    @Override
    public String nowhere() {
        return "sip:nobody@loopback";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        timers.close();
    }

    private record Phone(LoopbackPhone phone) implements ContractPhone {

        @Override
        public String address() {
            return phone.address();
        }

        @Override
        public Line call(String number) {
            return new PhoneLine(phone.call(number));
        }

        @Override
        public Optional<Line> nextRing() {
            return phone.nextRing().map(PhoneLine::new);
        }
    }

    private record PhoneLine(LoopbackCall call) implements ContractPhone.Line {

        @Override
        public void answer() {
            call.answer();
        }

        @Override
        public void decline() {
            call.decline();
        }

        @Override
        public void hangUp() {
            call.hangUp();
        }

        @Override
        public void press(String keys) {
            call.press(keys);
        }

        @Override
        public void hold() {
            call.hold();
        }

        @Override
        public void resume() {
            call.resume();
        }

        @Override
        public void say(int hertz) {
            if (hertz == 0) {
                call.beSilent();
            } else {
                call.say(ToneGauge.tone(hertz, 1_000));
            }
        }

        @Override
        public boolean isRinging() {
            return call.display() == LoopbackCall.Display.RINGING;
        }

        @Override
        public boolean isTalking() {
            return call.display() == LoopbackCall.Display.TALKING;
        }

        @Override
        public boolean isOver() {
            return call.display() == LoopbackCall.Display.ENDED;
        }

        @Override
        public int refusal() {
            return call.refusal().map(PhoneLine::status).orElse(0);
        }

        @Override
        public boolean hears(int hertz) {
            return call.hears().filter(sound -> ToneGauge.isTone(sound, hertz)).isPresent();
        }

        @Override
        public String digits() {
            return call.digitsHeard();
        }

        private static int status(Refusal why) {
            return switch (why) {
                case NOT_FOUND -> 404;
                case BUSY -> 486;
                case DECLINED -> 603;
                case NO_CAPACITY -> 503;
                case FORBIDDEN -> 403;
            };
        }
    }
}
