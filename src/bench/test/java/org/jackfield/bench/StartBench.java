package org.jackfield.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the jar to the ready line, and what an idle product keeps in memory. */
class StartBench {

    private static final int STARTS = Integer.getInteger("jackfield.bench.starts", 5);

    @TempDir
    private Path folder = Path.of("target");

    @Test
    void printsStartTimeAndIdleHeap() {
        Report.begin("Start and idle memory", Map.of("starts", STARTS + " in an empty folder, and a second one in each",
                "java", "-Xms64m -Xmx1g -XX:+UseCompactObjectHeaders, the options of ./jackfield"));
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> heap = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            Path data = folder.resolve("data" + start);
            try (Measured measured = Measured.start(data, Map.of())) {
                fresh.add(measured.product().secondsToReady());
            }
            try (Measured measured = Measured.start(data, Map.of())) {
                again.add(measured.product().secondsToReady());
                heap.add(measured.liveHeap());
                resident.add(measured.resident());
            }
        }
        print("ready in an empty folder (makes the database), s", fresh);
        print("ready with data, s", again);
        print("live heap when idle, MB", heap);
        print("resident memory of the JVM when idle, MB", resident);
    }

    private static void print(String what, List<Double> values) {
        Collections.sort(values);
        Report.line("  %-52s median %6.1f   %s".formatted(what, values.get(values.size() / 2),
                values.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).toList()));
    }
}
