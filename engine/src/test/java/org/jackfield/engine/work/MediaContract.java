package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.MediaAdministration.MediumChange;
import org.jackfield.engine.work.MediaAdministration.MediumSpec;
import org.jackfield.engine.work.MediaAdministration.ShareChange;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.WorkAdministration.WorkspaceChange;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.match.QueueRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Media, the workers' shares of them, and how the workers of a workspace work; the same on all stores. */
public abstract class MediaContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");

    private WorkBench bench;
    private Workspace workspace;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        bench.queue(workspace, "all", "");
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void hasTheUsualMediaWhenWorkspaceIsNew() {
        assertThat(media().list(ACCOUNT, workspace.id(), Paging.first(9))).extracting(Medium::uniqueName)
                .containsExactly("default", "voice", "chat", "sms", "video", "email");
        assertThat(media().list(STRANGER, workspace.id(), Paging.first(9))).isEmpty();
        assertThat(media().find(STRANGER, workspace.id(), medium("chat").id())).isEmpty();
        assertThat(media().findAll(ACCOUNT, workspace.id(), Set.of("SMS", "fax"))).extracting(Medium::uniqueName)
                .containsExactly("sms");
    }

    @Test
    void countsWhoTakesItemsOfAMediumAtAll() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        Worker bob = bench.worker(workspace, "bob", Map.of());
        bench.worker(workspace, "cyd", Map.of());
        bench.media.changeShare(ACCOUNT, workspace.id(), ann.id(),
                new ShareChange(medium("chat").id(), Optional.of(0), Optional.empty()));
        bench.media.changeShare(ACCOUNT, workspace.id(), bob.id(),
                new ShareChange(medium("chat").id(), Optional.empty(), Optional.of(false)));
        LiveFigures live = bench.world.stores.figures().live();

        assertThat(bench.world.unit.run(() -> live.workersByActivity(ACCOUNT, workspace.id(), "chat")))
                .isEqualTo(Map.of(ann.activityId(), 1));
        assertThat(bench.world.unit.run(() -> live.workersByActivity(ACCOUNT, workspace.id(), "sms")))
                .isEqualTo(Map.of(ann.activityId(), 3));
        assertThat(bench.world.unit.run(() -> live.workersByActivity(STRANGER, workspace.id(), "sms"))).isEmpty();
    }

    @Test
    void keepsAMediumAsItWasWritten() {
        Medium fax = bench.media.create(ACCOUNT, workspace.id(), new MediumSpec("Fax", "fax", false));

        Medium renamed = bench.media.update(ACCOUNT, workspace.id(), fax.id(),
                new MediumChange(Optional.of("Telefax"), Optional.empty()));

        assertThat(renamed.name()).isEqualTo("Telefax");
        assertThat(media().find(ACCOUNT, workspace.id(), fax.id())).contains(renamed);
        assertThat(media().use(ACCOUNT, workspace.id(), "FAX")).contains(renamed);
        assertThat(media().use(ACCOUNT, workspace.id(), fax.id())).contains(renamed);
        refuses(ErrorCode.CONFLICT, "taken",
                () -> bench.media.create(ACCOUNT, workspace.id(), new MediumSpec("Fax 2", "Fax", true)));
        refuses(ErrorCode.NOT_FOUND, "no medium", () -> bench.media.delete(STRANGER, workspace.id(), fax.id()));
    }

    @Test
    void cannotBeDeletedWhenItIsNeededOrInUse() {
        String item = enqueue("chat");

        refuses(ErrorCode.CONFLICT, "'voice'",
                () -> bench.media.delete(ACCOUNT, workspace.id(), medium("voice").id()));
        refuses(ErrorCode.CONFLICT, "not finished",
                () -> bench.media.delete(ACCOUNT, workspace.id(), medium("chat").id()));
        bench.distributor.cancel(ACCOUNT, item, "gone");
        bench.media.delete(ACCOUNT, workspace.id(), medium("chat").id());

        refuses(ErrorCode.INVALID_PARAMETER, "no medium 'chat'", () -> enqueue("chat"));
    }

    @Test
    void takesTheSpellingOfTheWorkspaceWhenAnItemNamesAMedium() {
        assertThat(bench.item(enqueue("CHAT")).origin().medium()).isEqualTo("chat");
        assertThat(bench.item(enqueue(medium("sms").id())).origin().medium()).isEqualTo("sms");
    }

    @Test
    void offersNothingWhenTheWorkerTakesNoneOfTheMediumNow() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        share(ann, "chat", Optional.empty(), Optional.of(false));

        enqueue("chat");
        enqueue("sms");
        assertThat(bench.offers).hasSize(1);
        share(ann, "chat", Optional.empty(), Optional.of(true));

        assertThat(bench.offers).hasSize(2);
        assertThat(bench.world.events.events()).extracting(NewEvent::type).contains("worker.availability-changed");
    }

    @Test
    void offersMoreWhenTheCapacityGrowsAndNoMoreWhenItIsBelowWhatHeHas() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        share(ann, "chat", Optional.of(2), Optional.empty());
        enqueue("chat");
        enqueue("chat");
        enqueue("chat");
        assertThat(bench.offers).hasSize(2);

        Worker after = share(ann, "chat", Optional.of(1), Optional.empty());
        bench.distributor.accept(ACCOUNT, bench.offers.getFirst().reservationId());
        bench.distributor.complete(ACCOUNT, bench.offers.getFirst().workItemId(), "done");

        assertThat(after.capacity("chat")).isEqualTo(1);
        assertThat(bench.offers).hasSize(2);
        refuses(ErrorCode.INVALID_PARAMETER, "capacity", () -> share(ann, "chat", Optional.of(51), Optional.empty()));
    }

    @Test
    void offersOneItemAtATimeWhenTheWorkspaceSaysSo() {
        manner(new Workspace.Manner(true, QueueRule.Order.FIFO));
        bench.worker(workspace, "ann", Map.of());

        enqueue("chat");
        String second = enqueue("sms");
        assertThat(bench.offers).hasSize(1);
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        bench.distributor.complete(ACCOUNT, bench.lastOffer().workItemId(), "done");

        assertThat(bench.lastOffer().workItemId()).isEqualTo(second);
    }

    @Test
    void looksIntoQueuesOfTheOrderThatComesFirst() {
        bench.directory.createQueue(ACCOUNT, workspace.id(), new QueueSpec("stack", "", QueueRule.Order.LIFO, 1,
                Optional.empty(), Optional.empty()));
        manner(new Workspace.Manner(false, QueueRule.Order.LIFO));
        enqueue("chat");
        bench.pass(Duration.ofSeconds(1));
        String late = enqueue("stack", "chat");

        bench.worker(workspace, "ann", Map.of());

        assertThat(bench.offers).hasSize(1);
        assertThat(bench.lastOffer().workItemId()).isEqualTo(late);
    }

    @Test
    void movesTheWorkerWhenHeIsReservedAndWhenHeAccepts() {
        String busy = bench.directory.createActivity(ACCOUNT, workspace.id(), "Busy", false).id();
        String ringing = bench.directory.createActivity(ACCOUNT, workspace.id(), "Ringing", false).id();
        Queue queue = bench.directory.createQueue(ACCOUNT, workspace.id(),
                new QueueSpec("moving", "", QueueRule.Order.FIFO, 1, Optional.empty(), Optional.empty(),
                        new Queue.Moves(Optional.of(ringing), Optional.of(busy))));
        Worker ann = bench.worker(workspace, "ann", Map.of());

        enqueue("moving", "chat");
        assertThat(worker(ann).activityId()).isEqualTo(ringing);
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());

        assertThat(worker(ann).activityId()).isEqualTo(busy);
        assertThat(bench.world.stores.queues().find(ACCOUNT, workspace.id(), queue.id())).contains(queue);
        bench.directory.updateWorker(ACCOUNT, workspace.id(), ann.id(),
                WorkerChange.activity(workspace.defaultActivity()));
        refuses(ErrorCode.CONFLICT, "uses the activity",
                () -> bench.directory.deleteActivity(ACCOUNT, workspace.id(), busy));
    }

    @Test
    void keepsHowTheWorkersOfTheWorkspaceWork() {
        Workspace.Manner manner = new Workspace.Manner(true, QueueRule.Order.LIFO);

        manner(manner);

        assertThat(bench.world.stores.workspaces().find(ACCOUNT, workspace.id()).orElseThrow().manner())
                .isEqualTo(manner);
    }

    private Media media() {
        return bench.world.stores.media();
    }

    private Medium medium(String name) {
        return media().use(ACCOUNT, workspace.id(), name).orElseThrow();
    }

    private Worker worker(Worker worker) {
        return bench.world.stores.workers().find(ACCOUNT, workspace.id(), worker.id()).orElseThrow();
    }

    private Worker share(Worker worker, String medium, Optional<Integer> capacity, Optional<Boolean> open) {
        return bench.media.changeShare(ACCOUNT, workspace.id(), worker.id(),
                new ShareChange(medium(medium).id(), capacity, open));
    }

    private void manner(Workspace.Manner manner) {
        bench.directory.updateWorkspace(ACCOUNT, workspace.id(),
                new WorkspaceChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(manner)));
    }

    private String enqueue(String medium) {
        return enqueue("all", medium);
    }

    private String enqueue(String queue, String medium) {
        return bench.distributor.enqueue(new NewWorkItem(ACCOUNT, new Destination.ToQueue(queue), medium, "", Map.of(),
                new Terms(0, Duration.ofHours(1))));
    }

    private static void refuses(ErrorCode code, String words, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(words);
        });
    }
}
