package org.jackfield.bench;

import java.util.Map;

/** What a benchmark prints: lines that {@code src/bench/run} picks out of Maven's by their first two characters. */
final class Report {

    private static final String MARK = "| ";

    private Report() {}

    /** The machine and the virtual machine, then the benchmark's own settings. */
    static void begin(String title, Map<String, ?> settings) {
        line("");
        line(title);
        line("  machine: %d processors, %s, Java %s".formatted(Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.version"), System.getProperty("java.vm.version")));
        settings.forEach((name, value) -> line("  %s: %s".formatted(name, value)));
    }

    static void line(String text) {
        System.out.println(MARK + text);
    }
}
