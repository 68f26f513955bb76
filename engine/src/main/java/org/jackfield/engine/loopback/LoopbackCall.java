package org.jackfield.engine.loopback;

import java.util.Optional;
import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.loopback.Line.State;
import org.jackfield.engine.media.Sound;
import org.jspecify.annotations.Nullable;

/**
 * The phone's end of a leg: what a person can do with a call and what he hears. Methods that do not fit the state do nothing.
 * Thread-safe.
 */
public final class LoopbackCall {

    /** What the phone shows. */
    public enum Display {
        /** It called and hears nothing yet. */
        CALLING,
        /** It called and hears the ringing tone, or it rings itself. */
        RINGING,
        TALKING,
        ENDED
    }

    private final LoopbackNetwork network;
    private final LoopbackPhone phone;
    private final String peer;
    private @Nullable Line line;
    private Display display;
    private @Nullable Refusal refusal;
    private @Nullable Sound saying;
    private final StringBuilder digits = new StringBuilder();

    LoopbackCall(LoopbackNetwork network, LoopbackPhone phone, String peer, Display display) {
        this.network = network;
        this.phone = phone;
        this.peer = peer;
        this.display = display;
    }

    /** The number that was dialled, or the caller's. */
    public String peer() {
        return peer;
    }

    /** The id of the platform's leg. */
    public String leg() {
        return network.exchange().locked(() -> line().leg);
    }

    public Display display() {
        return network.exchange().locked(() -> display);
    }

    /** Why the platform refused the call, when it did. */
    public Optional<Refusal> refusal() {
        return network.exchange().locked(() -> Optional.ofNullable(refusal));
    }

    /** Picks up a ringing phone. */
    public void answer() {
        network.exchange().change(() -> {
            if (line().state == State.DIALLED) {
                line().stopRinging();
                network.answered(line());
            }
        });
    }

    /** Rejects a ringing call. */
    public void decline() {
        network.exchange().change(() -> {
            if (line().state == State.DIALLED) {
                network.end(line(), EndCause.REJECTED);
            }
        });
    }

    /** Puts the receiver down: gives up a call that is not answered, ends one that is. */
    public void hangUp() {
        network.exchange().change(() -> {
            switch (line().state) {
                case OFFERED -> network.end(line(), EndCause.CANCELLED);
                case DIALLED -> network.end(line(), EndCause.REJECTED);
                case TALKING -> network.end(line(), EndCause.HUNG_UP);
                case ENDED -> {
                }
            }
        });
    }

    /** Presses keys (0-9 * # A-D) one after another. */
    public void press(String keys) {
        network.exchange().change(() -> {
            if (line().isTalking()) {
                keys.chars().forEach(key -> network.exchange().report(line(), new LegEvent.Digit((char) key)));
            }
        });
    }

    public void hold() {
        network.exchange().change(() -> {
            if (line().isTalking()) {
                network.exchange().report(line(), new LegEvent.Held());
            }
        });
    }

    public void resume() {
        network.exchange().change(() -> {
            if (line().isTalking()) {
                network.exchange().report(line(), new LegEvent.Resumed());
            }
        });
    }

    /** Says the sound over and over until something else is said. */
    public void say(Sound sound) {
        network.exchange().change(() -> {
            saying = sound;
            network.spoke(line());
        });
    }

    public void beSilent() {
        network.exchange().change(() -> {
            saying = null;
            network.spoke(line());
        });
    }

    /** What is heard now: what plays, else what the other end of the bridge says. */
    public Optional<Sound> hears() {
        return network.exchange().locked(() -> {
            Line mine = line();
            if (!mine.isTalking()) {
                return Optional.empty();
            }
            Playback playing = mine.playing;
            if (playing != null) {
                return Optional.of(playing.sound());
            }
            Line other = mine.bridged;
            return other == null ? Optional.empty() : other.far.says();
        });
    }

    /** The digits that the platform sent to this phone. */
    public String digitsHeard() {
        return network.exchange().locked(digits::toString);
    }

    Optional<Sound> says() {
        return Optional.ofNullable(saying);
    }

    void on(Line newLine) {
        line = newLine;
    }

    void show(Display newDisplay) {
        display = newDisplay;
    }

    void hearDigits(String more) {
        digits.append(more.replace("w", ""));
    }

    void refused(Refusal why) {
        refusal = why;
        ended();
    }

    void ended() {
        display = Display.ENDED;
        phone.freed(this);
    }

    private Line line() {
        Line mine = line;
        if (mine == null) {
            throw new IllegalStateException("the call has no line yet");
        }
        return mine;
    }
}
