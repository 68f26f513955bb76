package org.jackfield.analytics.batch;

import java.util.function.LongSupplier;

/** A bar on standard error: how much of the file is read, and how many conversations a second. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long EVERY_MILLIS = 200;

    private final CommandLine terminal;
    private final LongSupplier uptimeMillis;
    private final long total;
    private final long started;
    private long shown;

    /** @param total bytes of the file */
    Progress(CommandLine terminal, LongSupplier uptimeMillis, long total) {
        this.terminal = terminal;
        this.uptimeMillis = uptimeMillis;
        this.total = Math.max(1, total);
        started = uptimeMillis.getAsLong();
    }

    void at(long bytes, long conversations) {
        long now = uptimeMillis.getAsLong();
        if (now - shown >= EVERY_MILLIS) {
            shown = now;
            terminal.show(line(bytes, conversations, now));
        }
    }

    void end(long conversations) {
        terminal.say(line(total, conversations, uptimeMillis.getAsLong()));
    }

    private String line(long bytes, long conversations, long now) {
        int percent = (int) Math.min(100, bytes * 100 / total);
        int filled = percent * WIDTH / 100;
        long rate = conversations * 1000 / Math.max(1, now - started);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + percent + " %  " + conversations
                + " conversations, " + rate + "/s ";
    }
}
