package org.jackfield.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;

/** Work items through the Java API of the engine: queued, offered, accepted, completed. */
final class EngineItems implements Contender, OfferDesk {

    static final Map<String, Object> ATTRIBUTES = Map.of("language", "de", "topic", "invoice");
    private static final Duration LIFE = Duration.ofHours(1);
    private static final long PATIENCE_SECONDS = 30;

    private final EngineNode node;
    private final EngineNode.Model model;
    private final WorkFloor floor;
    private final Clients clients;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, CompletableFuture<String>> offers = new ConcurrentHashMap<>();

    EngineItems(EngineNode node, EngineNode.Model model, WorkFloor floor, Clients clients) {
        this.node = node;
        this.model = model;
        this.floor = floor;
        this.clients = clients;
    }

    @Override
    public String name() {
        return model == EngineNode.Model.DEFAULT ? "Java API, default model" : "Java API, no model";
    }

    @Override
    public Turn run(Duration time) {
        node.model(model);
        node.hearOffers(this);
        return clients.run(time, _ -> live());
    }

    private void live() throws Exception {
        String item = node.work().enqueue(item(floor.queue(number.incrementAndGet())));
        CompletableFuture<String> offer = offers.computeIfAbsent(item, _ -> new CompletableFuture<>());
        try {
            require(node.work().accept(WorkFloor.ACCOUNT, offer.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
            require(node.work().complete(WorkFloor.ACCOUNT, item, ""));
        } finally {
            offers.remove(item);
        }
    }

    static NewWorkItem item(String queue) {
        return new NewWorkItem(WorkFloor.ACCOUNT, new Destination.ToQueue(queue), Medium.USUAL, "", ATTRIBUTES,
                new Terms(0, LIFE));
    }

    static void require(Answer answer) {
        if (answer != Answer.DONE) {
            throw new IllegalStateException("it was too late");
        }
    }

    @Override
    public void offer(Offer offer) {
        offers.computeIfAbsent(offer.workItemId(), _ -> new CompletableFuture<>()).complete(offer.reservationId());
    }

    @Override
    public void rescind(Offer offer) {
        // Nobody waits for it.
    }

    @Override
    public void expired(AccountId account, String subject, String workItemId) {
        // Nobody waits for it.
    }

    @Override
    public double cpuSeconds() {
        return Cpu.ofProcess(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        // The node belongs to who made it.
    }
}
