package org.jackfield.connectors.sip;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Exceptions that reached an outermost loop, of ours or of the SIP stack: each kind once, with the message it came at. */
final class FuzzFaults extends Handler implements AutoCloseable {

    private static final int FRAMES = 12;

    private final Logger logger = Logger.getLogger("org.jackfield.connectors.sip");
    private final Logger stack = Logger.getLogger("org.jackfield.connectors.sip.stack");
    private final Level before = stack.getLevel();
    private final Map<String, String> found = new ConcurrentHashMap<>();
    private final LongSupplier message;

    FuzzFaults(LongSupplier message) {
        this.message = message;
        logger.addHandler(this);
        stack.setLevel(Level.FINE);
    }

    Collection<String> found() {
        return found.values();
    }

    @Override
    public void publish(LogRecord record) {
        Throwable cause = record.getThrown();
        boolean escaped = cause instanceof RuntimeException && !isHowAConnectionEnds(record);
        if (escaped || cause instanceof Error) {
            String trace = Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining());
            found.putIfAbsent(cause.getClass().getName() + trace.lines().limit(4).toList(),
                    "at about message " + message.getAsLong() + ": "
                            + record.getMessage().lines().findFirst().orElse("") + ": "
                            + cause + trace);
        }
    }

    /** One that sends no SIP is closed by the end of its own thread, and its keep-alive is answered from the first request on. */
    private static boolean isHowAConnectionEnds(LogRecord record) {
        return record.getMessage().startsWith("PipelineThread") || record.getMessage().contains("send a single CLRF");
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        stack.setLevel(before);
    }
}
