package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.presence.ContactStates;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.junit.jupiter.api.Test;

/** What keeps a worker from being asked. */
class WorkExplanationsTest {

    private final WorkBench bench = WorkBench.in(WorkBench.World.inMemory());
    private final Workspace workspace = bench.workspace("center");
    private final Queue queue = bench.queue(workspace, "sales", "skills HAS 'sales' AND level > 3");
    private final WorkExplanations explanations = new WorkExplanations(bench.world.stores, WorkSettings.DEFAULT,
            (account, uris) -> uris.stream()
                    .collect(Collectors.toMap(uri -> uri, uri -> uri.equals("client:ann")
                            ? ContactStates.State.REACHABLE
                            : ContactStates.State.NOT_REGISTERED)),
            bench.world.clock);

    @Test
    void namesWhatIsMissingWrongOrDifferentInTheConditionOfTheQueue() {
        Worker ann = bench.worker(workspace, "ann", Map.of("skill", List.of("sales"), "level", "high"));
        Worker bob = bench.worker(workspace, "bob", Map.of("skills", List.of("support"), "level", 9));
        String item = bench.enqueue("sales", "CA1");

        assertThat(reasons(item, ann)).containsExactly(
                "queue-condition: worker.skills HAS 'sales' (position 7): worker.skills is not there",
                "queue-condition: worker.level > 3 (position 29): worker.level is the text 'high'; "
                        + "> wants two numbers or two texts");
        assertThat(reasons(item, bob)).singleElement()
                .asString()
                .startsWith("queue-condition: worker.skills HAS 'sales' (position 7): worker.skills is ")
                .contains("support");
    }

    @Test
    void namesActivityCapacityAndPause() {
        Worker ann = seller("ann");
        Worker eve = bench.directory.createWorker(ACCOUNT, workspace.id(), new WorkAdministration.NewWorker("eve",
                Map.of("skills", List.of("sales"), "level", 5), Optional.empty(), Map.of("voice", 0)));
        bench.enqueue("sales", "CA1");
        String second = bench.enqueue("sales", "CA2");

        assertThat(reasons(second, ann)).containsExactly("no-room: has 1 of 1 of 'voice'");
        assertThat(reasons(second, eve)).containsExactly("not-available: the activity is 'Offline'",
                "takes-none: the capacity for 'voice' is 0");
        bench.pass(Duration.ofMinutes(2));
        assertThat(reasons(second, ann)).singleElement().asString().startsWith("pauses: until ");
    }

    @Test
    void saysBesideTheReasonsWhetherAWorkersPhoneIsRegistered() {
        Worker ann = bench.worker(workspace, "ann",
                Map.of("skills", List.of("sales"), "level", 5, "contact_uri", "client:ann"));
        Worker bob = bench.worker(workspace, "bob",
                Map.of("skills", List.of("sales"), "level", 5, "contact_uri", "client:bob"));
        Worker eve = bench.directory.createWorker(ACCOUNT, workspace.id(), new WorkAdministration.NewWorker("eve",
                Map.of("skills", List.of("sales"), "level", 5), Optional.empty(), Map.of()));
        bench.enqueue("sales", "CA1");
        bench.enqueue("sales", "CA2");
        String item = bench.enqueue("sales", "CA3");

        assertThat(explanations.workersFor(bench.item(item), Paging.first(10)))
                .extracting(answer -> answer.worker().id(), WorkExplanations.Answer::contact)
                .containsExactly(tuple(ann.id(), Optional.of(ContactStates.State.REACHABLE)),
                        tuple(bob.id(), Optional.of(ContactStates.State.NOT_REGISTERED)),
                        tuple(eve.id(), Optional.empty()));
        assertThat(bench.world.stores.reservations().listOpenOfWorker(ACCOUNT, bob.id(), Paging.first(1)))
                .as("who has no phone registered is offered work all the same")
                .isNotEmpty();
    }

    @Test
    void namesWhoDeclined() {
        Worker ann = seller("ann");
        String item = bench.enqueue("sales", "CA1");
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(reasons(item, ann)).containsExactly("declined: asked again PT10S after it");
    }

    @Test
    void namesTheConditionOfTheTargetAsItIsForTheItem() {
        bench.policies.create(ACCOUNT, workspace.id(), new PolicyAdministration.PolicySpec("routing",
                policy(Map.of(), filter("all", "1 == 1", target("sales", "expression", "worker.level >= task.level"))),
                Optional.empty()));
        Worker ann = seller("ann");
        String item = bench.enqueue(new Destination.ByPolicy("routing"), "CA1", 0, Map.of("level", 8));

        assertThat(reasons(item, ann)).containsExactly(
                "target-condition: worker.level >= 8 (position 13): worker.level is the number 5");
    }

    @Test
    void namesTheWorkerWhoIsWantedAlone() {
        bench.policies.create(ACCOUNT, workspace.id(), new PolicyAdministration.PolicySpec("routing",
                policy(Map.of(), filter("all", "1 == 1", target("sales", "known_worker_friendly_name", "bob"))),
                Optional.empty()));
        Worker ann = seller("ann");
        Worker bob = seller("bob");
        bench.directory.updateWorker(ACCOUNT, workspace.id(), bob.id(),
                WorkerChange.activity(bench.activity(workspace, "Offline").id()));
        String item = bench.enqueue(new Destination.ByPolicy("routing"), "CA1", 0, Map.of());

        assertThat(reasons(item, ann)).containsExactly("other-worker: 'bob' is wanted");
        assertThat(reasons(item, bob)).containsExactly("not-available: the activity is 'Offline'");
        assertThat(bench.item(item).place().queueId()).isEqualTo(queue.id());
    }

    @Test
    void saysWhoIsBeingAskedAndThatNoMoreAreAskedAtOnce() {
        bench.queueAsking(workspace, "two at once", 2);
        Worker ann = seller("ann");
        Worker bob = seller("bob");
        Worker cyd = seller("cyd");
        String item = bench.enqueue("two at once", "CA1");

        assertThat(explanations.asked(bench.item(item))).extracting(asked -> asked.worker().id(),
                asked -> asked.reservation().id())
                .containsExactly(tuple(ann.id(), bench.offers.getFirst().reservationId()),
                        tuple(bob.id(), bench.lastOffer().reservationId()));
        assertThat(reasons(item, ann))
                .containsExactly("being-asked: until " + bench.item(item).standing().deadline().orElseThrow());
        assertThat(reasons(item, cyd)).containsExactly("enough-asked: 2 are being asked, at most 2 at once");
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        assertThat(explanations.asked(bench.item(item))).isEmpty();
    }

    private Worker seller(String name) {
        return bench.worker(workspace, name, Map.of("skills", List.of("sales"), "level", 5));
    }

    private List<String> reasons(String item, Worker worker) {
        return explanations.workersFor(bench.item(item), Paging.first(50))
                .stream()
                .filter(answer -> answer.worker().id().equals(worker.id()))
                .flatMap(answer -> answer.reasons().stream())
                .map(reason -> reason.code().word() + ": " + reason.detail())
                .toList();
    }
}
