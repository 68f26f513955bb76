package org.jackfield.engine.call.contract;

import java.util.Optional;

/**
 * A telephone at the far end, scripted by the suite. Methods return at once; what came of them is waited for by the
 * observers. Sound is told apart by sine tones.
 */
public interface ContractPhone {

    /** What a dial reaches it by. */
    String address();

    /** Calls the number on the platform. */
    Line call(String number);

    /** The next call that rings here and was not taken yet. */
    Optional<Line> nextRing();

    /** One call as the person with the phone sees it. */
    interface Line {

        /** Picks up. */
        void answer();

        /** Rejects a ringing call. */
        void decline();

        /** Puts the receiver down: CANCEL, a rejection or BYE, as the state asks. */
        void hangUp();

        /** Presses keys, each long enough to count. */
        void press(String keys);

        void hold();

        void resume();

        /** Says a tone until it is told another or silence; 0 is silence. */
        void say(int hertz);

        /** The caller was told that it rings, or this phone rings. */
        boolean isRinging();

        boolean isTalking();

        /** The call is over, however it ended. */
        boolean isOver();

        /** How the platform refused the call that was made: the status of the final answer, such as 404; 0: it did not. */
        int refusal();

        /** Whether the tone is in what is heard now (the last few hundred milliseconds). */
        boolean hears(int hertz);

        /** The digits that the platform sent. */
        String digits();
    }
}
