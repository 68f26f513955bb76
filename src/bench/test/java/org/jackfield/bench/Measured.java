package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jackfield.app.e2e.RunningProduct;

/** A product under measurement: its processor time by part, its database's apart, its heap. */
final class Measured implements AutoCloseable {

    private static final double NEXT_TO_NOTHING = 0.000_05;

    /** Processor time at one moment. */
    record Reading(Cpu product, double database) {}

    private final RunningProduct product;
    private final Path data;

    private Measured(RunningProduct product, Path data) {
        this.product = product;
        this.data = data;
    }

    /** Starts it with the options of the launcher and no others. */
    static Measured start(Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("JACKFIELD_JAVA_OPTS", System.getProperty("jackfield.bench.java-options", ""));
        return new Measured(RunningProduct.start(data, all), data);
    }

    RunningProduct product() {
        return product;
    }

    Reading read() {
        return new Reading(Cpu.of(product.pid(), ThreadGroups::of), Cpu.ofFamily(databasePid()));
    }

    private long databasePid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The heap that lives on after a collection, in megabytes. */
    double liveHeap() {
        command("GC.run");
        return command("GC.heap_info").lines()
                .filter(line -> line.contains("used "))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll(".*used ([0-9]+)K.*", "$1")) / 1024.0)
                .orElseThrow();
    }

    /** Memory of the process that lies in RAM, in megabytes. */
    double resident() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(product.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum() / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void beginSampling() {
        command("JFR.start", "name=parts", Parts.SAMPLING);
    }

    Parts endSampling(Path folder) {
        Path file = folder.resolve("parts.jfr");
        command("JFR.stop", "name=parts", "filename=" + file);
        return Parts.of(file);
    }

    private String command(String... words) {
        try {
            Path output = Files.createTempFile("jcmd", ".out");
            ProcessBuilder jcmd = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(product.pid()));
            jcmd.command().addAll(List.of(words));
            Process process = jcmd.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(words[0] + ": " + Files.readString(output));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Prints processor milliseconds a call: by groups of threads as the system counts, by part as samples share them out. */
    static void print(Reading before, Reading after, Parts parts, Work work) {
        Cpu spent = after.product().since(before.product());
        double database = after.database() - before.database();
        Report.line("  processor time, ms a call");
        Report.line("    %-44s %8.2f".formatted("product's JVM", work.millis(spent.whole())));
        byValue(spent.groups()).forEach(group -> Report.line("      %-42s %8.2f".formatted(group.getKey(),
                work.millis(group.getValue()))));
        Report.line("    %-44s %8.2f".formatted("PostgreSQL", work.millis(database)));
        Report.line("    %-44s %8.2f".formatted("SIPp", work.millis(work.sippSeconds())));
        Report.line("  JVM by part, ms a call (%d samples shared out over its Java threads)".formatted(parts.total()));
        double java = spent.groups()
                .entrySet()
                .stream()
                .filter(group -> !group.getKey().startsWith("garbage") && !group.getKey().startsWith("JIT"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        parts.samples()
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(part -> Report.line("      %-42s %8.2f  %4.1f %%".formatted(part.getKey(),
                        work.millis(java * parts.share(part.getKey())), 100 * parts.share(part.getKey()))));
    }

    private static List<Map.Entry<String, Double>> byValue(Map<String, Double> groups) {
        return groups.entrySet()
                .stream()
                .filter(group -> group.getValue() > NEXT_TO_NOTHING)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** What was done meanwhile. */
    record Work(int calls, Duration time, double sippSeconds) {

        double millis(double seconds) {
            return 1_000 * seconds / calls;
        }

        double rate() {
            return 1_000.0 * calls / time.toMillis();
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
