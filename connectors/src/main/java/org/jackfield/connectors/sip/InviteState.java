package org.jackfield.connectors.sip;

import org.jackfield.engine.state.TransitionTable;

/** Where one INVITE of ours stands. */
enum InviteState {
    /** Out, and nothing came back: a CANCEL must wait (RFC 3261, section 9.1). */
    SENT,
    PROCEEDING,
    /** To be cancelled as soon as something comes back. */
    DOOMED,
    /** The CANCEL is out; a 200 may cross it. */
    CANCELLED,
    /** Answered, and its dialog is the leg's conversation; the ACK waits until the answer is on record. */
    ANSWERED,
    /** Answered and acknowledged. */
    WON,
    OVER;

    /** What moves it on. */
    enum Trigger {
        PROVISIONAL,
        CANCEL,
        ANSWER,
        CONFIRM,
        END
    }

    static final TransitionTable<InviteState, Trigger> TABLE = TransitionTable
            .<InviteState, Trigger>startingAt(SENT)
            .row(SENT, Trigger.PROVISIONAL, PROCEEDING)
            .row(SENT, Trigger.CANCEL, DOOMED)
            .row(SENT, Trigger.ANSWER, ANSWERED)
            .row(SENT, Trigger.END, OVER)
            .row(PROCEEDING, Trigger.CANCEL, CANCELLED)
            .row(PROCEEDING, Trigger.ANSWER, ANSWERED)
            .row(PROCEEDING, Trigger.END, OVER)
            .row(ANSWERED, Trigger.CONFIRM, WON)
            .row(DOOMED, Trigger.PROVISIONAL, CANCELLED)
            .row(DOOMED, Trigger.END, OVER)
            .row(CANCELLED, Trigger.END, OVER)
            .build();
}
