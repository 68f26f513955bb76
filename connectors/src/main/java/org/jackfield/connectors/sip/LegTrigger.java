package org.jackfield.connectors.sip;

/** What moves the signalling of a leg on. */
enum LegTrigger {
    RING,
    ANSWER,
    REFUSE,
    HANG_UP,
    /** The caller sent CANCEL, or a BYE in the early dialog. */
    CANCELLED,
    ACKNOWLEDGED,
    /** 64 times T1 passed without an ACK. */
    ACK_MISSING,
    /** The peer sent BYE. */
    PEER_HUNG_UP,
    /** A 180 or 183 came. */
    RANG,
    /** A 2xx came. */
    ACCEPTED,
    /** Every INVITE of the leg got its last answer, or none. */
    DECLINED,
    /** Media or the session refresh failed, or a description could not be used. */
    BROKEN
}
