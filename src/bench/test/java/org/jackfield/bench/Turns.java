package org.jackfield.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jackfield.bench.Contender.Turn;

/**
 * Contenders that take turns on one machine and one database server, so that a machine that does other things as well slows all
 * of them down alike. The first is the one that the others are compared with.
 */
final class Turns {

    /** What one of them did in all its turns. */
    private record Tally(Contender contender, List<Turn> turns, double cpuSeconds, double databaseSeconds) {

        Turn sum() {
            return turns.stream().reduce(Turn.NONE, Turn::plus);
        }

        Tally plus(Turn turn, double cpu, double database) {
            List<Turn> all = new ArrayList<>(turns);
            all.add(turn);
            return new Tally(contender, all, cpuSeconds + cpu, databaseSeconds + database);
        }

        double millis(double seconds) {
            return 1_000 * seconds / Math.max(1, sum().done());
        }
    }

    private final BenchServer server;
    private final List<Tally> tallies = new ArrayList<>();

    Turns(BenchServer server, List<? extends Contender> contenders) {
        this.server = server;
        contenders.forEach(contender -> tallies.add(new Tally(contender, List.of(), 0, 0)));
    }

    /** Each in turn for so long; it does not count. */
    void warmUp(Duration each) throws InterruptedException {
        for (Tally tally : tallies) {
            tally.contender().run(each);
        }
    }

    void round(Duration each) throws InterruptedException {
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            double cpu = tally.contender().cpuSeconds();
            double database = server.cpuSeconds();
            Turn turn = tally.contender().run(each);
            tallies.set(i, tally.plus(turn, tally.contender().cpuSeconds() - cpu, server.cpuSeconds() - database));
        }
    }

    void print() {
        double reference = tallies.getFirst().sum().rate();
        tallies.forEach(tally -> print(tally, reference));
    }

    private static void print(Tally tally, double reference) {
        Turn sum = tally.sum();
        List<Double> rates = tally.turns().stream().map(Turn::rate).sorted(Comparator.naturalOrder()).toList();
        Report.line(String.format(Locale.ROOT,
                "  %-26s %8.1f /s (%.1f to %.1f)  ratio %.3f  processor ms each: JVM %6.2f  PostgreSQL %6.2f%s",
                tally.contender().name(), sum.rate(), rates.getFirst(), rates.getLast(), sum.rate() / reference,
                tally.millis(tally.cpuSeconds()), tally.millis(tally.databaseSeconds()),
                sum.failed() == 0 ? "" : "  failed: " + sum.failed()));
    }

    /** What each of them did for a second of processor time, its own and the database's. */
    List<Double> itemsPerCpuSecond() {
        return tallies.stream()
                .map(tally -> tally.sum().done() / (tally.cpuSeconds() + tally.databaseSeconds()))
                .toList();
    }

    /** Whether each of them did something; what failed is printed. */
    boolean allWorked() {
        return tallies.stream().map(Tally::sum).allMatch(sum -> sum.done() > 0);
    }
}
