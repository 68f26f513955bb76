package org.jackfield.analytics.batch;

import java.util.function.Consumer;

/** Standard error and the exit code, as the user of the command sees them; standard output is left to others. */
final class CommandLine {

    private final Consumer<String> out;

    CommandLine() {
        this(text -> {
            System.err.print(text);
            System.err.flush();
        });
    }

    CommandLine(Consumer<String> out) {
        this.out = out;
    }

    /** One line that stays. */
    void say(String line) {
        out.accept(line + "\n");
    }

    /** A line that the next one overwrites. */
    void show(String line) {
        out.accept(line + "\r");
    }

    void exit(int code) {
        Runtime.getRuntime().exit(code);
    }
}
