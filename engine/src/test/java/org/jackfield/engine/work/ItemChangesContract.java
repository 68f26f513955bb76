package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.ItemAdministration.ItemChange;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items that are changed from outside, deleted, or for one worker; the same on all stores. */
public abstract class ItemChangesContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");

    private WorkBench bench;
    private Workspace workspace;
    private Queue sales;
    private Queue support;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        sales = bench.queue(workspace, "sales", "team == 'sales'");
        support = bench.queue(workspace, "support", "team == 'support'");
        bench.policies.create(ACCOUNT, workspace.id(), new PolicySpec("routing",
                policy(Map.of(), filter("sales", "type == 'sales'", target("sales")),
                        filter("support", "type == 'support'", target("support", "priority", 4))),
                Optional.empty()));
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void isRoutedAnewWhenItsAttributesChange() {
        String item = byPolicy("sales");

        WorkItem after = amend(item, attributes(Map.of("type", "support")));

        assertThat(after.place().queueId()).isEqualTo(support.id());
        assertThat(after.place().priority()).isEqualTo(4);
        assertThat(after.origin().attributes()).isEqualTo(Map.of("type", "support"));
        bench.worker(workspace, "bob", Map.of("team", "support"));
        assertThat(bench.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void isOverWhenItsPolicyHasNothingForItsNewAttributes() {
        String item = byPolicy("sales");

        WorkItem after = amend(item, attributes(Map.of("type", "fax")));

        assertThat(after.state()).isEqualTo(WorkItemState.CANCELED);
        assertThat(after.standing().reason()).isEqualTo("Task canceled on Workflow timeout");
    }

    @Test
    void staysWhereItIsWhenAttributesChangeWhileAWorkerIsAsked() {
        bench.worker(workspace, "ann", Map.of("team", "sales"));
        String item = byPolicy("sales");

        WorkItem after = amend(item, attributes(Map.of("type", "support")));

        assertThat(after.state()).isEqualTo(WorkItemState.RESERVED);
        assertThat(after.place().queueId()).isEqualTo(sales.id());
        assertThat(bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId()))
                .isEqualTo(WorkDistribution.Answer.DONE);
    }

    @Test
    void comesFirstWhenItsPriorityIsRaised() {
        bench.enqueue("sales", "CA1");
        String second = bench.enqueue("sales", "CA2");

        amend(second, new ItemChange(Optional.empty(), Optional.of(9), Optional.empty(), Optional.empty()));
        bench.worker(workspace, "ann", Map.of("team", "sales"));

        assertThat(bench.lastOffer().workItemId()).isEqualTo(second);
        assertThat(bench.world.events.events()).extracting(NewEvent::type).contains("work-item.updated");
    }

    @Test
    void comesFirstWhenItsStartIsEarlier() {
        bench.enqueue("sales", "CA1");
        String second = bench.enqueue("sales", "CA2");

        amend(second, new ItemChange(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(bench.world.clock.instant().minusSeconds(60))));
        bench.worker(workspace, "ann", Map.of("team", "sales"));

        assertThat(bench.lastOffer().workItemId()).isEqualTo(second);
    }

    @Test
    void changesItsMediumWhileItWaitsAndNoLonger() {
        String item = bench.enqueue("sales", "");
        ItemChange toChat = new ItemChange(Optional.empty(), Optional.empty(), Optional.of("Chat"), Optional.empty());

        assertThat(amend(item, toChat).origin().medium()).isEqualTo("chat");
        refuses(ErrorCode.INVALID_PARAMETER, "no medium 'fax'", () -> amend(item,
                new ItemChange(Optional.empty(), Optional.empty(), Optional.of("fax"), Optional.empty())));
        bench.worker(workspace, "ann", Map.of("team", "sales"));

        refuses(ErrorCode.ILLEGAL_STATE, "reserved", () -> amend(item, toChat));
    }

    @Test
    void takesOtherAttributesOnlyWhenItIsFinished() {
        String item = bench.enqueue("sales", "");
        bench.distributor.cancel(ACCOUNT, item, "gone");

        assertThat(amend(item, attributes(Map.of("rating", 5))).origin().attributes()).isEqualTo(Map.of("rating", 5));
        refuses(ErrorCode.ILLEGAL_STATE, "only its attributes", () -> amend(item,
                new ItemChange(Optional.empty(), Optional.of(1), Optional.empty(), Optional.empty())));
    }

    @Test
    void isGoneWithItsReservationsWhenItIsDeleted() {
        Worker ann = bench.worker(workspace, "ann", Map.of("team", "sales"));
        String item = bench.enqueue("sales", "");
        String ringing = bench.lastOffer().reservationId();
        refuses(ErrorCode.NOT_FOUND, "no work item", () -> bench.changes.delete(STRANGER, item));

        bench.changes.delete(ACCOUNT, item);

        assertThat(bench.world.stores.items().find(ACCOUNT, item)).isEmpty();
        assertThat(bench.world.stores.reservations().listOfWorker(ACCOUNT, ann.id(), Paging.first(9))).isEmpty();
        assertThat(bench.rescinded).containsExactly(ringing);
        assertThat(bench.flowFacts).containsExactly("CANCELLED");
        bench.enqueue("sales", "");
        assertThat(bench.offers).hasSize(2);
    }

    @Test
    void cannotBeDeletedWhileSomebodyWorksOnIt() {
        bench.worker(workspace, "ann", Map.of("team", "sales"));
        String item = bench.enqueue("sales", "");
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());

        refuses(ErrorCode.ILLEGAL_STATE, "complete it", () -> bench.changes.delete(ACCOUNT, item));
        bench.distributor.complete(ACCOUNT, item, "done");
        bench.changes.delete(ACCOUNT, item);

        assertThat(bench.world.stores.items().find(ACCOUNT, item)).isEmpty();
    }

    @Test
    void isOfferedToTheWantedWorkerAlone() {
        bench.worker(workspace, "ann", Map.of("team", "sales"));
        Worker bob = bench.worker(workspace, "bob", Map.of("team", "sales"));

        String item = bench.enqueue(new Destination.ToWorker(workspace.id(), bob.id(), Optional.empty()), "", 0,
                Map.of());

        assertThat(bench.offeredWorkers()).containsExactly("bob");
        assertThat(bench.item(item).place().queueId()).isEqualTo(sales.id());
        assertThat(bench.item(item).origin().wantedWorker()).contains(bob.id());
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");
        assertThat(bench.offers).hasSize(1);
    }

    @Test
    void isRefusedWhenTheWantedWorkerIsUnknownOrServesAnotherQueue() {
        Worker bob = bench.worker(workspace, "bob", Map.of("team", "sales"));

        refuses(ErrorCode.NOT_FOUND, "no worker",
                () -> bench.enqueue(new Destination.ToWorker(workspace.id(), "WK0", Optional.empty()), "", 0,
                        Map.of()));
        refuses(ErrorCode.INVALID_PARAMETER, "does not serve", () -> bench.enqueue(
                new Destination.ToWorker(workspace.id(), bob.id(), Optional.of("support")), "", 0, Map.of()));
    }

    @Test
    void goesToOthersWhenItsWorkerLeavesAndDeclinesWhatRings() {
        Worker ann = bench.worker(workspace, "ann", Map.of("team", "sales"));
        String item = bench.enqueue("sales", "CA1");
        String ringing = bench.lastOffer().reservationId();
        bench.worker(workspace, "bob", Map.of("team", "sales"));

        bench.directory.updateWorker(ACCOUNT, workspace.id(), ann.id(), leaving(workspace.defaultActivity()));

        assertThat(bench.rescinded).containsExactly(ringing);
        assertThat(bench.world.stores.reservations().find(ACCOUNT, ringing).orElseThrow().state())
                .isEqualTo(ReservationState.REJECTED);
        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");
        assertThat(bench.lastOffer().workItemId()).isEqualTo(item);
        refuses(ErrorCode.INVALID_PARAMETER, "not available", () -> bench.directory.updateWorker(ACCOUNT,
                workspace.id(), ann.id(), leaving(bench.activity(workspace, "Available").id())));
    }

    @Test
    void listsAllReservationsOfAWorkerPageByPage() {
        Worker ann = bench.worker(workspace, "ann", Map.of("team", "sales"));
        for (int i = 0; i < 3; i++) {
            String item = bench.enqueue("sales", "");
            bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
            bench.distributor.complete(ACCOUNT, item, "done");
            bench.pass(Duration.ofSeconds(1));
        }
        Reservations reservations = bench.world.stores.reservations();

        var first = reservations.listOfWorker(ACCOUNT, ann.id(), Paging.first(2));
        var second = reservations.listOfWorker(ACCOUNT, ann.id(), new Paging(first.getLast().id(), 2));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(reservations.listOfWorker(STRANGER, ann.id(), Paging.first(2))).isEmpty();
    }

    @Test
    void owesACallbackForEachOfferWhenItsPolicyHasAnAddress() {
        bench.policies.create(ACCOUNT, workspace.id(), new PolicySpec("asking", policy(target("sales")),
                Optional.empty(), new PolicyDocument.Callback(Optional.of("https://example.org/"), Optional.empty())));
        bench.worker(workspace, "ann", Map.of("team", "sales"));
        bench.enqueue(new Destination.ByPolicy("asking"), "", 0, Map.of());
        String asked = bench.lastOffer().reservationId();
        bench.worker(workspace, "bob", Map.of("team", "sales"));
        byPolicy("sales");
        Instant now = bench.world.clock.instant();
        Instant later = now.plusSeconds(30);

        assertThat(claim(now, later, Set.of(ACCOUNT))).isEmpty();
        assertThat(claim(now, later, Set.of())).extracting(AssignmentCallbacks.Owed::reservationId)
                .containsExactly(asked);
        assertThat(claim(now, later, Set.of())).isEmpty();
        assertThat(claim(later, later.plusSeconds(30), Set.of())).hasSize(1);
        bench.world.unit.run(() -> bench.world.stores.callbacks().settle(ACCOUNT, asked));
        assertThat(claim(later.plusSeconds(60), later.plusSeconds(90), Set.of())).isEmpty();
    }

    @Test
    void refusesCallbackAddressesThatCannotBeAsked() {
        refuses(ErrorCode.INVALID_URL, "address",
                () -> saveAsking(Optional.of("ftp://example.org/"), Optional.empty()));
        refuses(ErrorCode.INVALID_URL, "address", () -> saveAsking(Optional.of("not one"), Optional.empty()));
        refuses(ErrorCode.FALLBACK_ALONE, "fallback",
                () -> saveAsking(Optional.empty(), Optional.of("https://example.org/")));
    }

    private void saveAsking(Optional<String> url, Optional<String> fallback) {
        bench.policies.create(ACCOUNT, workspace.id(), new PolicySpec("asking", policy(target("sales")),
                Optional.empty(), new PolicyDocument.Callback(url, fallback)));
    }

    private List<AssignmentCallbacks.Owed> claim(Instant now, Instant until, Set<AccountId> except) {
        return bench.world.unit.run(() -> bench.world.stores.callbacks().claim(now, until, except, 9));
    }

    private static WorkerChange leaving(String activity) {
        return new WorkerChange(Optional.empty(), Optional.of(activity), Optional.empty(), true);
    }

    private static ItemChange attributes(Map<String, Object> attributes) {
        return new ItemChange(Optional.of(attributes), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private WorkItem amend(String item, ItemChange change) {
        return bench.changes.amend(ACCOUNT, item, change);
    }

    private String byPolicy(String type) {
        return bench.enqueue(new Destination.ByPolicy("routing"), "", 0, Map.of("type", type));
    }

    private static void refuses(ErrorCode code, String words, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(words);
        });
    }
}
