package org.jackfield.engine.tenant;

/** Whether a tenant may have one more call now. */
public interface Admission {

    /** The answer, and why not. */
    enum Verdict {
        ADMITTED,
        ACCOUNT_UNKNOWN,
        ACCOUNT_SUSPENDED,
        TOO_MANY_CALLS,
        DRAINING
    }

    /** Takes a place for a call; a place taken is given back by {@link #release}. */
    Verdict admit(AccountId account, String callId);

    /** Gives the call's place back; more than once does nothing. */
    void release(AccountId account, String callId);
}
