package org.jackfield.engine.loopback;

import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.time.Timers.Timer;
import org.jspecify.annotations.Nullable;

/** The platform's end of a leg. Guarded by the exchange's lock. */
final class Line {

    /** Where the leg is. */
    enum State {
        /** The phone calls us. */
        OFFERED,
        /** We call the phone. */
        DIALLED,
        TALKING,
        ENDED
    }

    final String leg;
    final LoopbackCall far;
    State state;
    @Nullable
    Playback playing;
    @Nullable
    Timer playbackEnd;
    @Nullable
    Timer ringEnd;
    @Nullable
    Line bridged;

    Line(String leg, LoopbackCall far, State state) {
        this.leg = leg;
        this.far = far;
        this.state = state;
    }

    boolean isTalking() {
        return state == State.TALKING;
    }

    void silence() {
        if (playbackEnd != null) {
            playbackEnd.cancel();
        }
        playbackEnd = null;
        playing = null;
    }

    void separate() {
        Line other = bridged;
        if (other != null) {
            other.bridged = null;
            bridged = null;
        }
    }

    void stopRinging() {
        if (ringEnd != null) {
            ringEnd.cancel();
            ringEnd = null;
        }
    }
}
