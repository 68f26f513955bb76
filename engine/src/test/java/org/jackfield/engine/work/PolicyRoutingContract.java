package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.policy.PolicyProblem;
import org.jackfield.engine.work.policy.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of an item by a routing policy, from its first target to its end; the same on all stores. */
public abstract class PolicyRoutingContract {

    private static final String ALL = "1 == 1";

    private WorkBench bench;
    private Workspace workspace;
    private Queue first;
    private Queue second;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        first = bench.queue(workspace, "first", "team == 'one'");
        second = bench.queue(workspace, "second", "team == 'two'");
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void waitsInTheQueueAndWithThePriorityOfTheFirstFilterThatMatches() {
        save(policy(target("first"), filter("sales", "type == 'sales'", target("first", "priority", 3)),
                filter("other", "type != 'sales'", target("second", "priority", 7))));

        WorkItem item = bench.item(enqueue("CA1", Map.of("type", "support")));

        assertThat(item.place().queueId()).isEqualTo(second.id());
        assertThat(item.place().priority()).isEqualTo(7);
        assertThat(item.state()).isEqualTo(WorkItemState.PENDING);
    }

    @Test
    void goesToTheNextTargetWhenTheTimeOfOneIsOver() {
        save(policy(Map.of(), filter("all", ALL, target("first", "timeout", 30), target("second"))));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        String item = enqueue("CA1", Map.of());

        bench.pass(Duration.ofSeconds(29));
        assertThat(bench.offers).isEmpty();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.offeredWorkers()).containsExactly("bob");
        assertThat(bench.item(item).place().queueId()).isEqualTo(second.id());
        assertThat(eventsOf("CA1")).containsExactly("work-item.created", "work-item.rerouted", "reservation.created",
                "work-item.reserved");
    }

    @Test
    void skipsATargetAtOnceWhenItSaysSoAndNobodyIsFree() {
        save(policy(Map.of(), filter("all", ALL,
                target("first", "timeout", 30, "skip_if", "workers.available == 0"), target("second"))));
        bench.worker(workspace, "bob", Map.of("team", "two"));

        enqueue("CA1", Map.of());

        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void staysAtATargetThatIsNotToBeSkipped() {
        save(policy(Map.of(), filter("all", ALL,
                target("first", "timeout", 30, "skip_if", "workers.available > 5"), target("second"))));
        bench.worker(workspace, "bob", Map.of("team", "two"));

        String item = enqueue("CA1", Map.of());

        assertThat(bench.item(item).place().queueId()).isEqualTo(first.id());
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void doesNotSkipATargetOfWhichSomebodyWasAsked() {
        save(policy(Map.of(), filter("all", ALL, target("first", "timeout", 300, "skip_if", ALL), target("second"))));
        bench.worker(workspace, "ann", Map.of("team", "one"));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        String item = enqueue("CA1", Map.of());

        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(bench.offeredWorkers()).containsExactly("ann");
        assertThat(bench.item(item).place().queueId()).isEqualTo(first.id());
    }

    @Test
    void ringsOnWhenTheTimeOfTheTargetIsOverAndGoesOnAfterwards() {
        save(policy(Map.of(), filter("all", ALL, target("first", "timeout", 5), target("second"))));
        bench.worker(workspace, "ann", Map.of("team", "one"));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        enqueue("CA1", Map.of());

        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.offeredWorkers()).containsExactly("ann");
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");
    }

    @Test
    void asksOnlyWorkersWhoFitTheItem() {
        save(policy(Map.of(), filter("all", ALL, target("first", "expression", "worker.level >= task.level"))));
        bench.worker(workspace, "ann", Map.of("team", "one", "level", 2));
        bench.worker(workspace, "bob", Map.of("team", "one", "level", 5));

        enqueue("CA1", Map.of("level", 4));

        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void asksInTheOrderOfTheTarget() {
        save(policy(Map.of(), filter("all", ALL, target("first", "order_by", "worker.level DESC"))));
        bench.worker(workspace, "ann", Map.of("team", "one", "level", 2));
        bench.worker(workspace, "bob", Map.of("team", "one", "level", 5));

        enqueue("CA1", Map.of());

        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void asksTheKnownWorkerAlone() {
        save(policy(Map.of(), filter("all", ALL,
                target("first", "known_worker_friendly_name", "task.agent", "timeout", 10), target("first"))));
        bench.worker(workspace, "ann", Map.of("team", "one"));
        Worker bob = bench.worker(workspace, "bob", Map.of("team", "one"));
        bench.directory.updateWorker(ACCOUNT, workspace.id(), bob.id(),
                WorkAdministration.WorkerChange.activity(bench.activity(workspace, "Offline").id()));

        enqueue("CA1", Map.of("agent", "bob"));

        assertThat(bench.offers).isEmpty();
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.offeredWorkers()).containsExactly("ann");
    }

    @Test
    void isOverWhenItsTargetsAreUsedUp() {
        save(policy(target("second", "timeout", 5), filter("all", ALL, target("first", "timeout", 10))));
        String item = enqueue("CA1", Map.of());

        bench.pass(Duration.ofSeconds(14));
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.PENDING);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.CANCELED);
        assertThat(bench.item(item).standing().reason()).isEqualTo(Route.USED_UP);
        assertThat(bench.expired).containsExactly(item);
    }

    @Test
    void isOverAsItComesInWhenNoTargetIsForIt() {
        save(policy(Map.of(), filter("sales", "type == 'sales'", target("first"))));

        String item = enqueue("CA1", Map.of("type", "support"));

        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.CANCELED);
        assertThat(bench.item(item).standing().reason()).isEqualTo(Route.USED_UP);
        assertThat(bench.expired).containsExactly(item);
        assertThat(eventsOf("CA1")).containsExactly("work-item.created", "work-item.canceled");
    }

    @Test
    void goesOnFromWhereItIsWhenAnotherNodeTakesOver() {
        save(policy(Map.of(), filter("all", ALL, target("first", "timeout", 30),
                target("second", "timeout", 30, "skip_if", "workers.available == 0"), target("first"))));
        String item = enqueue("CA1", Map.of());
        bench.pass(Duration.ofSeconds(20));
        bench.die();
        bench = bench.restartedAs("node-2");

        bench.pass(Duration.ofSeconds(9));
        assertThat(bench.item(item).place().course().orElseThrow().route().position()).isZero();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.item(item).place().course().orElseThrow().route().position()).isEqualTo(2);
        bench.worker(workspace, "ann", Map.of("team", "one"));
        assertThat(bench.offeredWorkers()).containsExactly("ann");
    }

    @Test
    void followsThePolicyAsItWasChangedOnTheWay() {
        PolicyDocument saved = save(policy(Map.of(), filter("all", ALL, target("first", "timeout", 30))));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        enqueue("CA1", Map.of());

        bench.policies.update(ACCOUNT, workspace.id(), saved.id(), spec("routing",
                policy(target("second"), filter("all", ALL, target("first", "timeout", 30)))));
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void evaluatesItemsAnewByTheChangedPolicyWhenItIsAskedTo() {
        PolicyDocument saved = save(policy(target("first")));
        String waits = enqueue("CA1", Map.of("type", "sales"));
        String fits = enqueue("CA2", Map.of("type", "support"));
        Map<String, Object> changed = policy(Map.of(),
                filter("sales", "type == 'sales'", target("second", "priority", 5)));

        bench.policies.update(ACCOUNT, workspace.id(), saved.id(), spec("routing", changed));
        assertThat(bench.item(waits).place().queueId()).isEqualTo(first.id());
        bench.policies.update(ACCOUNT, workspace.id(), saved.id(), anew(changed));

        assertThat(bench.item(waits).place().queueId()).isEqualTo(second.id());
        assertThat(bench.item(waits).place().priority()).isEqualTo(5);
        assertThat(bench.item(waits).origin().virtualStart()).isEqualTo(bench.item(waits).origin().created());
        assertThat(bench.item(fits).standing().reason()).as("nothing fits it now").isEqualTo(Route.USED_UP);
        assertThat(eventsOf("CA1")).containsExactly("work-item.created", "work-item.rerouted");
        bench.worker(workspace, "ann", Map.of("team", "one"));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void leavesAnOfferStandingAndEvaluatesItsItemAnewWhenItComesToNothing() {
        PolicyDocument saved = save(policy(target("first")));
        bench.worker(workspace, "ann", Map.of("team", "one"));
        bench.worker(workspace, "bob", Map.of("team", "two"));
        String rings = enqueue("CA1", Map.of());

        bench.policies.update(ACCOUNT, workspace.id(), saved.id(), anew(policy(target("second"))));
        assertThat(bench.item(rings).state()).isEqualTo(WorkItemState.RESERVED);
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(bench.item(rings).place().queueId()).isEqualTo(second.id());
        assertThat(bench.offeredWorkers()).as("his phone is rung again whenever everything is read").endsWith("bob");
    }

    @Test
    void evaluatesAnewWhatTheNodeThatDiedHadNotYet() {
        PolicyDocument saved = save(policy(target("first", "timeout", 30)));
        String item = enqueue("CA1", Map.of());
        bench.die();
        bench.policies.update(ACCOUNT, workspace.id(), saved.id(), anew(policy(target("second"))));

        bench = bench.restartedAs("node-2");

        assertThat(bench.item(item).place().queueId()).isEqualTo(second.id());
    }

    private static PolicySpec anew(Map<String, Object> document) {
        return new PolicySpec("routing", document, Optional.empty(), PolicyDocument.Callback.NONE, true);
    }

    @Test
    void ringsAsLongAsThePolicySays() {
        bench.policies.create(ACCOUNT, workspace.id(), new PolicySpec("routing", policy(target("first")),
                Optional.of(Duration.ofSeconds(15))));
        bench.worker(workspace, "ann", Map.of("team", "one"));
        String item = enqueue("CA1", Map.of());

        bench.pass(Duration.ofSeconds(14));
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.rescinded).containsExactly(bench.lastOffer().reservationId());
    }

    @Test
    void staysWhileItemsGoByItAndKeepsItsQueues() {
        PolicyDocument saved = save(policy(target("first")));
        String item = enqueue("CA1", Map.of());

        assertThatThrownBy(() -> bench.policies.delete(ACCOUNT, workspace.id(), saved.id()))
                .isInstanceOfSatisfying(DomainException.class, refused(ErrorCode.CONFLICT, "not finished"));
        bench.distributor.cancel(ACCOUNT, item, "gone");
        assertThatThrownBy(() -> bench.directory.deleteQueue(ACCOUNT, workspace.id(), first.id()))
                .isInstanceOfSatisfying(DomainException.class, refused(ErrorCode.CONFLICT, "names the queue"));

        bench.policies.delete(ACCOUNT, workspace.id(), saved.id());
        bench.directory.deleteQueue(ACCOUNT, workspace.id(), first.id());

        assertThat(bench.world.stores.policies().find(ACCOUNT, workspace.id(), saved.id())).isEmpty();
    }

    @Test
    void isRefusedWithEveryProblemAndItsPlace() {
        Map<String, Object> wrong = policy(target("third"), filter("all", "type === 1", target("first", "timeout", 0)));

        assertThatThrownBy(() -> save(wrong)).isInstanceOfSatisfying(DomainException.class, refused(
                ErrorCode.INVALID_PARAMETER, "task_routing.default_filter.queue", "no queue 'third'",
                "task_routing.filters[0].expression", "task_routing.filters[0].targets[0].timeout"));
    }

    @Test
    void isSavedWithWarningsOfWhatIsHardlyMeant() {
        var saved = bench.policies.create(ACCOUNT, workspace.id(), spec("routing",
                policy(target("first"), filter("never", "level == 1 AND level == 2", target("second")))));

        assertThat(saved.warnings()).extracting(PolicyProblem::code).containsExactly(PolicyProblem.Code.NEVER_TRUE);
    }

    @Test
    void hasANameOfItsOwnInItsWorkspace() {
        save(policy(target("first")));

        assertThatThrownBy(
                () -> bench.policies.create(ACCOUNT, workspace.id(), spec("ROUTING", policy(target("first")))))
                .isInstanceOfSatisfying(DomainException.class, refused(ErrorCode.CONFLICT, "taken"));
    }

    private PolicyDocument save(Map<String, Object> document) {
        return bench.policies.create(ACCOUNT, workspace.id(), spec("routing", document)).policy();
    }

    private static PolicySpec spec(String name, Map<String, Object> document) {
        return new PolicySpec(name, document, Optional.empty());
    }

    private String enqueue(String call, Map<String, Object> attributes) {
        return bench.enqueue(new Destination.ByPolicy("routing"), call, 0, new HashMap<>(attributes));
    }

    private List<String> eventsOf(String call) {
        return bench.world.events.events()
                .stream()
                .filter(event -> event.key().equals(call))
                .map(NewEvent::type)
                .toList();
    }

    private static Consumer<DomainException> refused(ErrorCode code, String... parts) {
        return refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContainingAll(parts);
        };
    }
}
