package org.jackfield.bench;

import java.time.Duration;

/** One of those that are compared in one run, taking turns. */
interface Contender extends AutoCloseable {

    String name();

    /** Does what it does for so long, with all of its clients. */
    Turn run(Duration time) throws InterruptedException;

    /** Processor time so far of the process that does it, apart from the database's. */
    double cpuSeconds();

    @Override
    void close();

    /** What was done: {@code failed} were refused or never came back. */
    record Turn(int done, int failed, double seconds) {

        static final Turn NONE = new Turn(0, 0, 0);

        Turn plus(Turn other) {
            return new Turn(done + other.done, failed + other.failed, seconds + other.seconds);
        }

        double rate() {
            return seconds == 0 ? 0 : done / seconds;
        }
    }
}
