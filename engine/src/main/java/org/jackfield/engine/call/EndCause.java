package org.jackfield.engine.call;

/** Why a leg ended. */
public enum EndCause {
    /** The peer hung up an answered leg. */
    HUNG_UP,
    /** The caller gave up before the answer. */
    CANCELLED,
    /** We ended it. */
    LOCAL,
    BUSY,
    NO_ANSWER,
    REJECTED,
    NOT_FOUND,
    /** The peer could not be reached, or answered with an error. */
    UNREACHABLE,
    /** The peer sent neither media nor an answer to a session refresh. */
    MEDIA_LOST,
    /** No RTP port or other resource was left. */
    NO_CAPACITY,
    /** The node that held it died. */
    NODE_LOST
}
