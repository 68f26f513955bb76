package org.jackfield.app.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which process listens on a port, where the system shows it ({@code /proc} of Linux). */
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    /** TCP sockets that listen, UDP sockets that are bound. */
    private static final Map<String, String> STATES = Map.of("tcp", "0A", "tcp6", "0A", "udp", "07", "udp6", "07");
    private static final String UNKNOWN = "another process";

    private PortHolder() {}

    static String of(int port) {
        try {
            Set<String> sockets = sockets(port);
            return sockets.isEmpty() ? UNKNOWN : holder(sockets);
        } catch (IOException | RuntimeException hidden) {
            return UNKNOWN;
        }
    }

    private static Set<String> sockets(int port) throws IOException {
        Set<String> inodes = new HashSet<>();
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        for (Map.Entry<String, String> state : STATES.entrySet()) {
            Path file = PROC.resolve("net").resolve(state.getKey());
            if (Files.isReadable(file)) {
                Files.readAllLines(file)
                        .stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(row -> row.length > 9 && row[1].endsWith(wanted) && row[3].equals(state.getValue()))
                        .forEach(row -> inodes.add("socket:[" + row[9] + "]"));
            }
        }
        return inodes;
    }

    private static String holder(Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process.resolve("fd"), sockets)) {
                    return "process " + process.getFileName() + " ("
                            + Files.readString(process.resolve("comm")).strip() + ")";
                }
            }
        }
        return UNKNOWN;
    }

    private static boolean holds(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | RuntimeException notOurs) {
            return false;
        }
        return false;
    }
}
