package org.jackfield.engine.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.id.Secrets;

/**
 * The server's files: {@code programs-*}, {@code cluster} (its data), {@code password} and {@code server.log}, all
 * readable by the owner alone. Used by one process at a time, which holds the lock of the data folder.
 */
record ServerFolder(Path path, Path programs) {

    static final String SUPERUSER = "jackfield";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");
    private static final int PASSWORD_BYTES = 24;
    private static final int INIT_SECONDS = 120;

    static ServerFolder prepare(Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, OWNER_ONLY);
        return new ServerFolder(path, Binaries.unpackInto(path));
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** The superuser's password, generated once. */
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(path, "password", ".new", PosixFilePermissions.asFileAttribute(SECRET));
            Files.writeString(fresh, Secrets.token(PASSWORD_BYTES), StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Makes the cluster unless it is there. It is made beside its place, so a half-made one is never taken for one. */
    void initialise() throws IOException, InterruptedException {
        if (Files.isDirectory(cluster())) {
            return;
        }
        password();
        Path fresh = path.resolve("cluster.new");
        Binaries.deleteTree(fresh);
        Process init = new ProcessBuilder(command("initdb", "-D", fresh.toString(), "-U", SUPERUSER,
                "--pwfile=" + passwordFile(), "--auth=scram-sha-256", "-E", "UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        if (!init.waitFor(INIT_SECONDS, TimeUnit.SECONDS) || init.exitValue() != 0) {
            init.destroyForcibly();
            throw new PostgresStartException("the embedded database cannot be made: " + lastWords());
        }
        Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The command line of a program. PostgreSQL refuses to run as root; in a user namespace without a mapping it sees
     * another user, while the files stay ours.
     */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    String lastWords() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private Path passwordFile() {
        return path.resolve("password");
    }
}
