package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.Test;

/**
 * The power is cut (SIGKILL) at random instants while 20 callers talk with agents and 10 wait, with calls beginning, digits,
 * offers, answers and wrap-ups all the while; the product starts again on the same data. The checker, which reads only
 * events, the peers' logs and the tables, finds nothing that is untrue, lost or left hanging.
 *
 * <p>
 * {@code -Djackfield.kills=20} for the long run, {@code -Djackfield.seed=N} for other instants. Everything that it saw is in
 * {@code target/kill}.
 */
class KillIT {

    private static final System.Logger LOG = System.getLogger(KillIT.class.getName());
    private static final int KILLS = Integer.getInteger("jackfield.kills", 3);
    private static final long SEED = Long.getLong("jackfield.seed", 4_475);
    private static final int BUSY_MILLIS = 8_000;

    @Test
    void findsNothingUntrueLostOrHangingWhenThePowerIsCutAtRandomInstants() throws IOException {
        Peers.require("sipp");
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/kill")), "run")
                .toAbsolutePath();
        Path report = folder.resolve("report.txt");
        Random random = new Random(SEED);
        Set<String> findings = new LinkedHashSet<>();

        try (KillBench bench = new KillBench(folder)) {
            tell(report, "seed " + SEED + ", " + KILLS + " kills");
            for (int round = 0; round < KILLS; round++) {
                Duration busyFor = Duration.ofMillis(random.nextInt(BUSY_MILLIS));
                Tables.Business business = bench.killUnderLoad(busyFor);
                List<String> fresh = bench.findings().stream().filter(findings::add).toList();
                tell(report, "kill %d, %d ms after the load was up, %s: %d findings; callers %s".formatted(round + 1,
                        busyFor.toMillis(), business, fresh.size(), bench.sights()));
                fresh.forEach(finding -> tell(report, "  " + finding));
            }

            assertThat(findings).as("seed " + SEED + "\n" + bench.logTail()).isEmpty();
            assertThat(bench.stop()).as(bench.logTail()).isZero();
        }
    }

    private static void tell(Path report, String line) {
        LOG.log(System.Logger.Level.INFO, line);
        try {
            Files.writeString(report, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
