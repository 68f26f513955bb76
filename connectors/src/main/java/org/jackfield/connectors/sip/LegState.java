package org.jackfield.connectors.sip;

/** Where the signalling of a leg stands. */
enum LegState {
    /** An INVITE came in and waits for a decision. */
    INCOMING,
    /** We told the caller that it rings. */
    ALERTING,
    /** We sent 200 and wait for the ACK. */
    ANSWERING,
    /** We hung up while the ACK was missing: the BYE waits for it (RFC 3261, section 15). */
    CLOSING,
    /** Our INVITE is out. */
    CALLING,
    /** The far phone rings. */
    RINGING,
    /** We hung up before the answer: the CANCEL, or what crossed it, is under way. */
    CANCELLING,
    /** Both ends talk. */
    TALKING,
    ENDED
}
