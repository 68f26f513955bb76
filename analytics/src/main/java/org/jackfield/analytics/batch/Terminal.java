package org.jackfield.analytics.batch;

/** Standard error and the exit code, as the user of the command sees them; standard output is left to others. */
final class Terminal {

    /** One line that stays. */
    void say(String line) {
        System.err.println("\r" + line);
    }

    /** A line that the next one overwrites. */
    void show(String line) {
        System.err.print("\r" + line);
        System.err.flush();
    }

    void exit(int code) {
        Runtime.getRuntime().exit(code);
    }
}
