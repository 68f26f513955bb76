package org.jackfield.app.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.jackfield.app.e2e.PeerLog.Sight;
import org.jackfield.engine.checker.Checker;
import org.jackfield.engine.checker.Finding;
import org.jackfield.engine.checker.Ledger.Told;

/** A busy center whose product loses its power again and again on one data folder; its peers and readers live on. */
final class KillBench implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int AGENTS = 24;
    private static final int CALLERS = 50;
    private static final int CALLS_UP = 20;
    private static final int CALLS_WAITING = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Tables tables;
    private final int sipPort = freePort();
    private final int agentPort = freePort();
    private final EventFollower follower = new EventFollower();
    private final Sipp agents;
    private final String number;
    private final List<Instant> cuts = new ArrayList<>();
    private RunningProduct product;
    private int rounds;

    KillBench(Path folder) {
        this.folder = folder;
        this.tables = new Tables(folder.resolve("data"));
        this.product = start();
        Center center = Center.running(product.api(), "welcome");
        this.number = center.number();
        for (int i = 0; i < AGENTS; i++) {
            center.worker("agent" + i, "sales", "sip:agent%d@127.0.0.1:%d".formatted(i, agentPort), true);
        }
        this.agents = Sipp.start(folder.resolve("agents"), "kill-agent", sipPort, "-p", Integer.toString(agentPort),
                "-mp", "36000", "-trace_logs", "-log_file", agentLog().toString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningProduct start() {
        RunningProduct started = RunningProduct.start(folder.resolve("data"),
                Map.of("JACKFIELD_SIP_PORT", Integer.toString(sipPort), "JACKFIELD_RTP_PORTS", "26000-27999",
                        "JACKFIELD_WORK_WRAP_UP_TIME", "1s", "JACKFIELD_WORK_RESERVATION_TIMEOUT", "5s",
                        "JACKFIELD_MEDIA_LOST_AFTER", "0s"));
        follower.follow(started.api());
        return started;
    }

    private Path agentLog() {
        return folder.resolve("agents/sights.log");
    }

    private Path callerLog(int round) {
        return folder.resolve("callers-" + round + "/sights.log");
    }

    /** Brings the center to work, cuts the power so long after, starts it again; the callers go on calling meanwhile. */
    Tables.Business killUnderLoad(Duration busyFor) {
        int round = rounds++;
        try (Sipp callers = Sipp.start(folder.resolve("callers-" + round), "kill-caller", sipPort, "-s", number, "-r",
                "4", "-l", Integer.toString(CALLERS), "-m", "100000", "-key", "run", "%02d".formatted(round), "-mp",
                "38000", "-trace_logs", "-log_file", callerLog(round).toString())) {
            await().atMost(PATIENCE).until(this::isBusy);
            await().pollDelay(busyFor).atMost(busyFor.plus(PATIENCE)).until(product::isRunning);
            Tables.Business atTheEnd = tables.business();
            product.kill();
            cuts.add(CLOCK.instant());
            product = start();
            await().pollDelay(Duration.ofSeconds(3)).atMost(PATIENCE).until(product::isRunning);
            callers.beginNoMore();
            callers.await(PATIENCE.toSeconds());
            return atTheEnd;
        }
    }

    private boolean isBusy() {
        Tables.Business business = tables.business();
        return business.talking() >= CALLS_UP && business.waiting() >= CALLS_WAITING;
    }

    /** What is not true, lost or left hanging; empty when all is well. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        try {
            await().atMost(PATIENCE).until(tables::isQuiet);
        } catch (ConditionTimeoutException never) {
            findings.add("never-quiet: after kill " + rounds + " something goes on " + PATIENCE.toSeconds()
                    + " s after the last call");
        }
        List<Sight> callers = callerSights();
        Set<String> answered = callers.stream()
                .filter(sight -> sight.word().equals("answered"))
                .map(Sight::who)
                .collect(Collectors.toSet());
        Checker.check(tables.ledger(new Told(answered, Set.of())))
                .stream()
                .map(Finding::toString)
                .forEach(findings::add);
        findings.addAll(PeerRules.check(callers, PeerLog.read(agentLog()), tables.records(), cuts));
        findings.addAll(missedEvents());
        return findings;
    }

    private List<Sight> callerSights() {
        List<Sight> sights = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            sights.addAll(PeerLog.read(callerLog(round)));
        }
        return sights;
    }

    private List<String> missedEvents() {
        List<String> all = tables.eventIds();
        try {
            await().atMost(PATIENCE).until(() -> follower.seen().size() >= all.size());
        } catch (ConditionTimeoutException never) {
            return List.of("events-missed: the reader saw %d of %d".formatted(follower.seen().size(), all.size()));
        }
        return follower.seen().equals(all) ? List.of() : List.of("events-differ: the reader saw another order");
    }

    /** How many callers were answered, hung up on, and so on: for the report. */
    Map<String, Long> sights() {
        return callerSights().stream().collect(Collectors.groupingBy(Sight::word, Collectors.counting()));
    }

    int stop() {
        return product.stop();
    }

    String logTail() {
        return product.logTail();
    }

    @Override
    public void close() {
        follower.stop();
        agents.close();
        product.close();
    }
}
