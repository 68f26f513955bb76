package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The threads of a process by {@code jcmd}, virtual ones included, counted by name with digits left out; one without a name
 * counts under the outermost frame of ours.
 */
record Threads(Map<String, Integer> counts) {

    /** Pools that keep idle threads for a minute and make new ones under load; one thread a call would still show. */
    private static final Pattern ELASTIC = Pattern.compile("ForkJoinPool-#-worker-#|hz\\.[a-z_]+\\.cached\\.thread-#");
    private static final int ELASTIC_GROWTH = 8;

    static Threads of(long pid, Path folder) {
        try {
            Path file = folder.resolve("threads.json");
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid), "Thread.dump_to_file", "-overwrite", "-format=json", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!jcmd.waitFor(30, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
                jcmd.destroyForcibly();
                throw new IllegalStateException("jcmd did not list the threads of " + pid);
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Threads read(String json) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode container : JsonMapper.shared().readTree(json).at("/threadDump/threadContainers")) {
            for (JsonNode thread : container.path("threads")) {
                counts.merge(group(thread), 1, Integer::sum);
            }
        }
        return new Threads(counts);
    }

    private static String group(JsonNode thread) {
        String name = thread.path("name").asString("");
        return name.isBlank() ? "unnamed in " + origin(thread.path("stack")) : name.replaceAll("[0-9]+", "#");
    }

    private static String origin(JsonNode stack) {
        return StreamSupport.stream(stack.spliterator(), false)
                .map(JsonNode::asString)
                .filter(frame -> frame.contains("org.jackfield"))
                .reduce((first, second) -> second)
                .orElseGet(() -> StreamSupport.stream(stack.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" < ")));
    }

    /** The groups that have grown since, with how many were and are there. */
    Map<String, String> grownSince(Threads before) {
        Map<String, String> grown = new TreeMap<>();
        counts.forEach((group, count) -> {
            int was = before.counts().getOrDefault(group, 0);
            if (count > was + (ELASTIC.matcher(group).matches() ? ELASTIC_GROWTH : 0)) {
                grown.put(group, was + " -> " + count);
            }
        });
        return grown;
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
