package org.jackfield.connectors.sip;

/**
 * What the SIP side holds now: legs, dialogs (also those that only wait for an ACK or a last answer), JAIN-SIP's server and
 * client transactions; and how many faults the outermost guard caught since the start. After the last call everything but
 * the faults returns to 0 within 64 times T1 (32 seconds).
 */
public record SipCensus(int legs, int dialogs, int serverTransactions, int clientTransactions, long faults) {

    /** Whether nothing is held. */
    public boolean isEmpty() {
        return legs == 0 && dialogs == 0 && serverTransactions == 0 && clientTransactions == 0;
    }
}
