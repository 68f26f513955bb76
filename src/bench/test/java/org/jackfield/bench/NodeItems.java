package org.jackfield.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.fault.SlimNodes;
import org.jackfield.engine.store.DatabaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Work items on nodes that are processes of their own: each of an item's three commands goes to the next node. */
final class NodeItems implements Contender {

    private static final long PATIENCE_SECONDS = 30;

    private final WorkFloor floor;
    private final Clients clients;
    private final Map<String, CompletableFuture<String>> offers = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final SlimNodes nodes;

    /** The database has the product's tables. */
    NodeItems(Path folder, DatabaseAccess database, int count, WorkFloor floor, Clients clients) {
        this.floor = floor;
        this.clients = clients;
        floor.open(JdbcClient
                .create(new DriverManagerDataSource(database.url(), database.user(), database.password())));
        this.nodes = new SlimNodes(folder, database, count,
                (item, reservation) -> offerOf(item).complete(reservation));
    }

    @Override
    public String name() {
        return nodes.count() == 1 ? "one node" : nodes.count() + " nodes";
    }

    @Override
    public Turn run(Duration time) {
        return clients.run(time, this::live);
    }

    private void live(int client) throws Exception {
        String item = ask("enqueue", floor.queue(client))[1];
        String reservation = offerOf(item).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        offers.remove(item);
        ask("accept", reservation);
        ask("complete", item);
    }

    private CompletableFuture<String> offerOf(String item) {
        return offers.computeIfAbsent(item, _ -> new CompletableFuture<>());
    }

    private String[] ask(String command, String id) {
        return nodes.ask(Math.floorMod(turn.getAndIncrement(), nodes.count()), command, id)
                .filter(words -> words[0].equals("done"))
                .orElseThrow(() -> new IllegalStateException(command + " was refused or not answered"));
    }

    @Override
    public double cpuSeconds() {
        return nodes.pids().stream().mapToDouble(Cpu::ofProcess).sum();
    }

    @Override
    public void close() {
        nodes.close();
    }
}
