package org.jackfield.connectors.sip;

import gov.nist.core.StackLogger;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Properties;

/**
 * Takes JAIN-SIP's own log: it calls every malformed packet an error, so its errors are debug lines here and the rest is
 * dropped. Made by JAIN-SIP through its name.
 */
public final class QuietStackLogger implements StackLogger {

    private static final Logger LOG = System.getLogger("org.jackfield.connectors.sip.stack");

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
