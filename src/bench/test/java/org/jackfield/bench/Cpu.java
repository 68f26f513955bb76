package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Processor time as Linux counts it, in seconds: of a process as a whole and by groups of its threads. Threads that ended
 * between two readings are in the whole alone, under {@link #ENDED}.
 */
record Cpu(double whole, Map<String, Double> groups) {

    static final String ENDED = "threads that ended";

    /** Linux tells times of processes in hundredths of a second on every platform that Java runs on. */
    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static Cpu of(long pid, Function<String, String> groupOfThread) {
        Map<String, Double> groups = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            threads.forEach(thread -> read(thread.resolve("stat")).ifRead(stat -> groups
                    .merge(groupOfThread.apply(stat.name()), ofThread(thread, stat), Double::sum)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cpu(ofProcess(pid), groups);
    }

    /** To the nanosecond where the kernel keeps it (proc(5), schedstat). */
    private static double ofThread(Path thread, Stat stat) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).replaceFirst(" .*\\s*", "")) / 1e9;
        } catch (IOException notKept) {
            return stat.seconds(USER, SYSTEM);
        }
    }

    static double ofProcess(long pid) {
        Stat stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.isThere() ? stat.seconds(USER, SYSTEM) : 0;
    }

    /** The process, its children that are there, and those of them that ended. */
    static double ofFamily(long pid) {
        Stat parent = read(Path.of("/proc", Long.toString(pid), "stat"));
        double ended = parent.isThere() ? parent.seconds(CHILDREN_USER, CHILDREN_SYSTEM) : 0;
        return ofProcess(pid) + ended + ProcessHandle.of(pid)
                .stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> ofProcess(child.pid()))
                .sum();
    }

    Cpu since(Cpu before) {
        Map<String, Double> spent = new TreeMap<>();
        groups.forEach((group, seconds) -> spent.put(group, seconds - before.groups().getOrDefault(group, 0.0)));
        double known = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        double all = whole - before.whole();
        if (all - known > 1 / TICKS) {
            spent.put(ENDED, all - known);
        }
        return new Cpu(all, spent);
    }

    private static Stat read(Path file) {
        try {
            return Stat.parse(Files.readString(file));
        } catch (NoSuchFileException ended) {
            return Stat.GONE;
        } catch (IOException endedWhileRead) {
            return Stat.GONE;
        }
    }

    /** One line of proc(5); the name may itself contain blanks and brackets. */
    record Stat(String name, List<String> fields) {

        private static final Pattern BLANK = Pattern.compile(" ");

        static final Stat GONE = new Stat("", List.of());

        static Stat parse(String line) {
            int begin = line.indexOf('(');
            int end = line.lastIndexOf(')');
            return new Stat(line.substring(begin + 1, end), List.of(BLANK.split(line.substring(end + 2).strip())));
        }

        boolean isThere() {
            return fields.size() > CHILDREN_SYSTEM;
        }

        double seconds(int one, int other) {
            return (Long.parseLong(fields.get(one)) + Long.parseLong(fields.get(other))) / TICKS;
        }

        void ifRead(Consumer<Stat> use) {
            if (isThere()) {
                use.accept(this);
            }
        }
    }
}
