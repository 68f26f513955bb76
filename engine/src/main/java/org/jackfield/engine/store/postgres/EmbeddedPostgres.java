package org.jackfield.engine.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.store.DatabaseAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: on the loopback address only, on a free port, without local sockets, every commit
 * flushed to disk, every connection asked for the generated password (SCRAM-SHA-256, RFC 7677). Its data stays in the
 * folder. A server that an earlier process left behind after a hard kill is stopped first; one that ends unasked is started
 * again.
 *
 * <p>
 * The caller holds the lock of the data folder. Thread-safe once started.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String HOST = "127.0.0.1";
    private static final int READY_POLL_MILLIS = 20;
    private static final int READY_POLLS = 3_000;
    /** What makes an acknowledged commit survive a pulled plug; stated, so that no file can turn it off. */
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> CLOSED = List.of("listen_addresses=" + HOST, "unix_socket_directories=",
            "password_encryption=scram-sha-256");
    private static final List<String> HOUSE = List.of("max_connections=100", "timezone=UTC", "log_timezone=UTC",
            "log_min_messages=warning");

    private static final int BETWEEN_RESTARTS_SECONDS = 1;

    private final ServerFolder folder;
    private final int port;
    private final String password;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RunningServer server;

    private EmbeddedPostgres(ServerFolder folder, RunningServer server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server on the folder, making its programs and cluster first if they are missing.
     *
     * @throws PostgresStartException it did not come up
     */
    public static EmbeddedPostgres start(Path path) {
        try {
            ServerFolder folder = ServerFolder.prepare(path.toAbsolutePath().normalize());
            folder.initialise();
            Optional<RunningServer> orphan = RunningServer.find(folder.cluster());
            if (orphan.isPresent()) {
                LOG.info("an earlier run left its database server behind; it is stopped first");
                orphan.get().stop();
            }
            int port = freePort();
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, launch(folder, port), port, folder.password());
            Thread.ofVirtual().name("embedded-postgres").start(postgres::keepUp);
            return postgres;
        } catch (IOException e) {
            throw new PostgresStartException("the embedded database cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("interrupted while the embedded database started", e);
        }
    }

    /** The product's database, as its owner. */
    public DatabaseAccess access() {
        return access("postgres");
    }

    /** A database of this server, as its owner. */
    public DatabaseAccess access(String database) {
        return new DatabaseAccess("jdbc:postgresql://%s:%d/%s".formatted(HOST, port, database), ServerFolder.SUPERUSER,
                password);
    }

    /** The process number of the server. */
    public long pid() {
        return server.process().pid();
    }

    /** The folder that it was started on. */
    public Path folder() {
        return folder.path();
    }

    /** Stops the server, fast and clean. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.stop();
        } catch (IOException e) {
            LOG.warn("the database server cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a hard kill of this process does: the server lives on and nobody watches it. */
    void abandon() {
        closed.countDown();
    }

    /** A server that ends by itself (killed, out of memory) is started again on the same port. */
    private void keepUp() {
        try {
            while (closed.getCount() > 0) {
                server.process().onExit().join();
                if (closed.getCount() > 0) {
                    LOG.error("the embedded database ended unasked and is started again");
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the embedded database is no longer watched");
        }
    }

    private void startAgain() throws InterruptedException {
        do {
            try {
                RunningServer next = launch(folder, port);
                server = next;
                if (closed.getCount() == 0) {
                    next.stop();
                }
                return;
            } catch (IOException | PostgresStartException e) {
                LOG.error("the embedded database does not start: {}", e.getMessage());
            }
        } while (!closed.await(BETWEEN_RESTARTS_SECONDS, TimeUnit.SECONDS));
    }

    private static RunningServer launch(ServerFolder folder, int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(folder.command("postgres", arguments(folder, port)))
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        for (int poll = 0; poll < READY_POLLS; poll++) {
            if (process.waitFor(READY_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new PostgresStartException("the embedded database did not start: " + folder.lastWords());
            }
            if (ready(folder, process.pid())) {
                return new RunningServer(process.toHandle());
            }
        }
        process.destroyForcibly();
        throw new PostgresStartException("the embedded database was not ready in time: " + folder.lastWords());
    }

    private static boolean ready(ServerFolder folder, long pid) throws IOException {
        try {
            return RunningServer.isReady(folder.cluster(), pid);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String[] arguments(ServerFolder folder, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.cluster().toString(), "-c", "port=" + port));
        List.of(DURABLE, CLOSED, HOUSE).forEach(group -> group.forEach(setting -> {
            arguments.add("-c");
            arguments.add(setting);
        }));
        return arguments.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }
}
