package org.jackfield.engine.loopback;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.loopback.Line.State;
import org.jackfield.engine.time.Timers;

/**
 * The in-process telephone network: {@link #phone} gives a phone an address, {@link #deliverTo} takes the calls that phones
 * make. Sound is not moved sample by sample: a phone knows which {@link org.jackfield.engine.media.Sound} it hears now;
 * recordings are written as WAV from what was said while they ran. Time is that of the timers given. Thread-safe.
 */
public final class LoopbackNetwork implements CallControl, DanglingDialogs {

    private final Exchange exchange = new Exchange();
    private final Ids ids;
    private final Timers timers;
    private final Takes takes;

    public LoopbackNetwork(Ids ids, Clock clock, Timers timers) {
        this.ids = ids;
        this.timers = timers;
        takes = new Takes(exchange, clock, timers);
    }

    /** Where calls of phones go. */
    public void deliverTo(InboundCalls inbound) {
        exchange.deliverTo(inbound);
    }

    /** A phone at the address: a number in E.164 form or {@code sip:user@host}. Another one there is replaced. */
    public LoopbackPhone phone(String address) {
        return exchange.locked(() -> {
            LoopbackPhone phone = new LoopbackPhone(this, address);
            exchange.phones.put(address, phone);
            return phone;
        });
    }

    /** Takes the phone at the address out of the network; its calls go on. */
    public void remove(String address) {
        exchange.change(() -> exchange.phones.remove(address));
    }

    /** How many legs are up; none when all calls are over. */
    public int legs() {
        return exchange.locked(exchange.lines::size);
    }

    @Override
    public void reportTo(LegListener listener) {
        exchange.reportTo(listener);
    }

    @Override
    public void ring(String leg) {
        exchange.onLine(leg, line -> {
            if (line.state == State.OFFERED) {
                line.far.show(LoopbackCall.Display.RINGING);
            }
        });
    }

    @Override
    public void answer(String leg) {
        exchange.onLine(leg, line -> {
            if (line.state == State.OFFERED) {
                answered(line);
            }
        });
    }

    @Override
    public void refuse(String leg, Refusal why) {
        exchange.onLine(leg, line -> {
            if (line.state == State.OFFERED) {
                forget(line);
                line.far.refused(why);
            }
        });
    }

    @Override
    public void dial(Dial dial) {
        exchange.change(() -> {
            if (exchange.lines.containsKey(dial.leg())) {
                return;
            }
            LoopbackPhone phone = exchange.phones.get(dial.to());
            LoopbackCall far = new LoopbackCall(this, phone == null ? new LoopbackPhone(this, dial.to()) : phone,
                    dial.from(), LoopbackCall.Display.RINGING);
            Line line = new Line(dial.leg(), far, State.DIALLED);
            far.on(line);
            exchange.lines.put(line.leg, line);
            if (phone == null) {
                end(line, EndCause.UNREACHABLE);
            } else if (!phone.takesCalls()) {
                end(line, EndCause.BUSY);
            } else {
                ringPhone(phone, line, dial.ringTime());
            }
        });
    }

    /** Nothing is lost on the way here, so nothing is repeated and nothing waits for it. */
    @Override
    public void confirm(String leg) {
        // An answer is heard at once.
    }

    @Override
    public void play(String leg, Playback playback) {
        exchange.onLine(leg, line -> {
            if (line.isTalking()) {
                line.silence();
                line.playing = playback;
                if (playback.loops() > 0) {
                    Duration length = playback.sound().duration().multipliedBy(playback.loops());
                    line.playbackEnd = timers.after(length, () -> played(line, playback));
                }
            }
        });
    }

    @Override
    public void stopPlaying(String leg) {
        exchange.onLine(leg, Line::silence);
    }

    @Override
    public void sendDigits(String leg, String digits) {
        exchange.onLine(leg, line -> {
            if (line.isTalking()) {
                line.far.hearDigits(digits);
            }
        });
    }

    @Override
    public void bridge(String first, String second) {
        exchange.change(() -> {
            Line one = exchange.lines.get(first);
            Line other = exchange.lines.get(second);
            if (one != null && other != null && one != other && one.isTalking() && other.isTalking()) {
                one.separate();
                other.separate();
                one.silence();
                other.silence();
                one.bridged = other;
                other.bridged = one;
            }
        });
    }

    @Override
    public void unbridge(String leg) {
        exchange.onLine(leg, Line::separate);
    }

    @Override
    public void record(RecordingOrder order) {
        exchange.change(() -> takes.start(order));
    }

    @Override
    public void stopRecording(String recording) {
        exchange.change(() -> takes.stop(recording));
    }

    @Override
    public void hangUp(String leg) {
        exchange.onLine(leg, line -> end(line, EndCause.LOCAL));
    }

    @Override
    public void bye(String leg, DialogIdentity dialog) {
        exchange.onLine(leg, line -> end(line, EndCause.LOCAL));
    }

    Exchange exchange() {
        return exchange;
    }

    LoopbackCall callIn(LoopbackPhone phone, String to) {
        return exchange.locked(() -> {
            LoopbackCall call = new LoopbackCall(this, phone, to, LoopbackCall.Display.CALLING);
            Line line = new Line(ids.next(IdPrefix.CALL), call, State.OFFERED);
            call.on(line);
            phone.calls(call);
            exchange.lines.put(line.leg, line);
            exchange.reportInbound(new InboundCall(line.leg, phone.address(), to, Optional.empty(), Optional.empty(),
                    "loopback"));
            return call;
        });
    }

    void answered(Line line) {
        line.state = State.TALKING;
        line.far.show(LoopbackCall.Display.TALKING);
        exchange.report(line, new LegEvent.Answered(Optional.of(new DialogIdentity("loopback " + line.leg))));
    }

    void end(Line line, EndCause cause) {
        if (line.state != State.ENDED) {
            takes.ended(line);
            forget(line);
            line.far.ended();
            exchange.report(line, new LegEvent.Ended(cause));
        }
    }

    void spoke(Line line) {
        takes.spoke(line);
    }

    private void ringPhone(LoopbackPhone phone, Line line, Duration ringTime) {
        line.ringEnd = timers.after(ringTime, () -> exchange.change(() -> {
            if (line.state == State.DIALLED) {
                end(line, EndCause.NO_ANSWER);
            }
        }));
        exchange.report(line, new LegEvent.Ringing());
        exchange.later(phone.ring(line.far));
    }

    private void played(Line line, Playback playback) {
        exchange.change(() -> {
            if (playback.equals(line.playing)) {
                line.silence();
                exchange.report(line, new LegEvent.Played(playback.id()));
            }
        });
    }

    private void forget(Line line) {
        line.state = State.ENDED;
        line.silence();
        line.separate();
        line.stopRinging();
        exchange.lines.remove(line.leg);
    }
}
