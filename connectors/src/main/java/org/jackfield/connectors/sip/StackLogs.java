package org.jackfield.connectors.sip;

import gov.nist.core.ServerLogger;
import gov.nist.core.StackLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Properties;
import javax.sip.SipStack;

/** Where JAIN-SIP's own logs go; both are made by JAIN-SIP through their names. */
final class StackLogs {

    private static final Logger LOG = System.getLogger("org.jackfield.connectors.sip.stack");

    private StackLogs() {}

    /** It calls every malformed packet an error, so its errors are debug lines here and the rest is dropped. */
    public static final class Stack implements StackLogger {

        @Override
        public void logError(String message) {
            LOG.log(Level.DEBUG, message);
        }

        @Override
        public void logError(String message, Exception cause) {
            LOG.log(Level.DEBUG, message, cause);
        }

        @Override
        public void logException(Throwable cause) {
            LOG.log(Level.DEBUG, "an exception inside the stack", cause);
        }

        @Override
        public void logFatalError(String message) {
            LOG.log(Level.WARNING, message);
        }

        @Override
        public void logWarning(String message) {
            LOG.log(Level.DEBUG, message);
        }

        @Override
        public boolean isLoggingEnabled() {
            return false;
        }

        @Override
        public boolean isLoggingEnabled(int level) {
            return level <= TRACE_ERROR && LOG.isLoggable(Level.DEBUG);
        }

        @Override
        public int getLineCount() {
            return 0;
        }

        @Override
        public String getLoggerName() {
            return LOG.getName();
        }

        @Override
        public void logStackTrace() {
            // Never enabled.
        }

        @Override
        public void logStackTrace(int level) {
            // Never enabled.
        }

        @Override
        public void logDebug(String message) {
            // Never enabled.
        }

        @Override
        public void logDebug(String message, Exception cause) {
            // Never enabled.
        }

        @Override
        public void logTrace(String message) {
            // Never enabled.
        }

        @Override
        public void logInfo(String message) {
            // Never enabled.
        }

        @Override
        public void disableLogging() {
            // It has no switch.
        }

        @Override
        public void enableLogging() {
            // It has no switch.
        }

        @Override
        public void setBuildTimeStamp(String stamp) {
            // Not logged.
        }

        @Override
        public void setStackProperties(Properties properties) {
            // It has no settings.
        }
    }

    /** Keeps it from writing a trace file of messages. */
    public static final class Server implements ServerLogger {

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
}
