package org.jackfield.engine.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server process as its pid file names it. The file outlives a crash and process numbers are used again, so a process
 * counts as our server only when its command line names our cluster.
 */
record RunningServer(ProcessHandle process) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final int STOP_SECONDS = 30;
    private static final int STATUS_LINE = 7;

    /** The server that runs on the cluster, also one that an earlier process of ours left behind. */
    static Optional<RunningServer> find(Path cluster) throws IOException {
        List<String> lines = pidFile(cluster);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains("-D " + cluster + " "))
                .map(RunningServer::new);
    }

    /** Whether the server of this process number says that it takes connections. */
    static boolean isReady(Path cluster, long pid) throws IOException {
        List<String> lines = pidFile(cluster);
        return lines.size() > STATUS_LINE && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Stops it in the fast way: connections are cut, transactions rolled back, a checkpoint written. */
    void stop() throws IOException, InterruptedException {
        LOG.debug("stopping the database server, process {}", process.pid());
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!ended()) {
            LOG.warn("the database server, process {}, did not stop in {} s and is killed", process.pid(),
                    STOP_SECONDS);
            process.destroyForcibly();
            ended();
        }
    }

    private boolean ended() throws InterruptedException {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new PostgresStartException("the database server cannot be watched", e);
        }
    }

    private static List<String> pidFile(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
