package org.jackfield.connectors.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/** Keeps JAIN-SIP from writing its trace file of messages. Made by JAIN-SIP through its name. */
public final class QuietServerLogger implements ServerLogger {

    @Override
    public void closeLogFile() {
        // There is no file.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        // Messages may hold secrets.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        // Messages may hold secrets.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        // Messages may hold secrets.
    }

    @Override
    public void logException(Exception exception) {
        // The stack's other logger has it.
    }

    @Override
    public void setStackProperties(Properties properties) {
        // It has no settings.
    }

    @Override
    public void setSipStack(SipStack stack) {
        // It needs none.
    }
}
