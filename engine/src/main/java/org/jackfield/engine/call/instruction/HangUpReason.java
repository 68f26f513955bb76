package org.jackfield.engine.call.instruction;

/** What a caller is told whose call ends. */
public enum HangUpReason {
    NORMAL,
    BUSY,
    REJECTED
}
