package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.policy.Documents;
import org.jackfield.engine.work.table.DecisionTableAdministration;
import org.jackfield.engine.work.table.DecisionTableAdministration.Drawing;
import org.jackfield.engine.work.table.DecisionTableAdministration.Foreseen;
import org.jackfield.engine.work.table.DecisionTableAdministration.Listed;
import org.jackfield.engine.work.table.DecisionTableAdministration.Question;
import org.jackfield.engine.work.table.DecisionTableAdministration.Refused;
import org.jackfield.engine.work.table.DecisionTableAdministration.Saved;
import org.jackfield.engine.work.table.DecisionTableDirectory;
import org.jackfield.engine.work.table.DecisionTables;
import org.jackfield.engine.work.table.DmnTable;
import org.jackfield.engine.work.table.Preview;
import org.jackfield.engine.work.table.Preview.Counts;
import org.jackfield.engine.work.table.Preview.Fate;
import org.jackfield.engine.work.table.TableProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A routing policy drawn as a table, from the check of its rows to the items that go by it; the same on all stores. */
public abstract class DecisionTableContract {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");

    private WorkBench bench;
    private Workspace workspace;
    private Queue dutch;
    private Queue rest;
    private DecisionTableAdministration tables;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        dutch = bench.queue(workspace, "dutch", "languages HAS 'nl'");
        rest = bench.queue(workspace, "rest", "");
        tables = new DecisionTableDirectory(bench.world.stores, tables(), bench.policies, bench.world.unit,
                bench.world.clock);
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    /** Where its tables are kept. */
    protected abstract DecisionTables tables();

    @Test
    void sendsTheNextItemWhereTheSavedTableSays() {
        staff();
        Saved saved = save(byLanguage());

        String first = enqueue("CA1", Map.of("language", "nl"));
        String second = enqueue("CA2", Map.of("language", "en"));

        assertThat(saved.policy().name()).isEqualTo("routing");
        assertThat(saved.warnings()).isEmpty();
        assertThat(bench.item(first).place().queueId()).isEqualTo(dutch.id());
        assertThat(bench.item(first).place().priority()).isEqualTo(5);
        assertThat(bench.item(second).place().queueId()).isEqualTo(rest.id());
        assertThat(tables.read(ACCOUNT, workspace.id(), saved.policy().id())).isEqualTo(byLanguage().xml());
    }

    @Test
    void followsTheChangedTableFromTheNextItemOnAndKeepsTheName() {
        staff();
        Saved saved = save(byLanguage());
        String before = enqueue("CA1", Map.of("language", "en"));
        DmnTable changed = table("renamed").row("-", "\"dutch\"", "1");

        Saved after = (Saved) tables.replace(ACCOUNT, workspace.id(), saved.policy().id(), drawing(changed));
        String next = enqueue("CA2", Map.of("language", "en"));

        assertThat(after.policy().name()).isEqualTo("routing");
        assertThat(bench.item(before).place().queueId()).isEqualTo(rest.id());
        assertThat(bench.item(next).place().queueId()).isEqualTo(dutch.id());
        assertThat(tables.read(ACCOUNT, workspace.id(), saved.policy().id())).isEqualTo(changed.xml());
    }

    @Test
    void walksThroughAllMatchingRowsWhenTheyAreSteps() {
        bench.worker(workspace, "ann", Map.of("languages", List.of("en")));
        bench.worker(workspace, "bob", Map.of("languages", List.of("nl")));
        bench.directory.updateWorker(ACCOUNT, workspace.id(), workerNamed("bob").id(),
                WorkAdministration.WorkerChange.activity(bench.activity(workspace, "Offline").id()));
        save(DmnTable.withPolicy("RULE ORDER")
                .input("task.language", "string")
                .output("queue", "string")
                .output("timeout", "number")
                .row("\"nl\"", "\"dutch\"", "30")
                .row("-", "\"rest\"", ""));
        String item = enqueue("CA1", Map.of("language", "nl"));

        bench.pass(Duration.ofSeconds(29));
        assertThat(bench.item(item).place().queueId()).isEqualTo(dutch.id());
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.item(item).place().queueId()).isEqualTo(rest.id());
        assertThat(bench.offeredWorkers()).containsExactly("ann");
    }

    @Test
    void isRefusedWithTheRowThatCanMatchNobodyAndWhatKeepsThemAway() {
        bench.worker(workspace, "ann", Map.of("languages", List.of("en"), "level", 1));
        bench.worker(workspace, "bob", Map.of("level", 9));

        Refused refused = refuse(byLanguage());

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).contains(1);
            assertThat(problem.code()).isEqualTo("NOBODY");
            assertThat(problem.cause()).contains("0 of 2 workers match",
                    "2 fail worker.languages HAS 'nl' of queue 'dutch'", "worker.languages is");
        });
        assertThat(bench.world.stores.policies().list(ACCOUNT, workspace.id(), Paging.first(5))).isEmpty();
    }

    @Test
    void asksQueueAndRowAndItemTogether() {
        bench.worker(workspace, "ann", Map.of("languages", List.of("nl"), "level", 1));
        bench.worker(workspace, "bob", Map.of("languages", List.of("nl", "en"), "level", 2));
        DmnTable table = DmnTable.ofLanguages().output("workers", "string");

        TableProblem tooHigh = refuse(table.row("-", "\"dutch\"", "\"worker.level > 2\"")).problems().getFirst();
        TableProblem otherLanguage = refuse(
                table.row("\"fr\"", "\"dutch\"", "\"worker.languages HAS task.language\"")).problems().getFirst();

        assertThat(tooHigh.cause()).contains("0 of 2 workers match; 2 fail worker.level > 2 of the row (ann: "
                + "worker.level is the number 1)");
        assertThat(otherLanguage.cause()).contains("0 of 2 workers match", "for the items that the row takes");
        save(table.row("\"en\"", "\"dutch\"", "\"worker.languages HAS task.language\""));
    }

    @Test
    void takesNobodyAwayForWhatHeDoesJustNow() {
        bench.worker(workspace, "ann", Map.of());

        Saved saved = save(DmnTable.ofLanguages()
                .output("workers", "string")
                .row("-", "\"rest\"",
                        "\"worker.activity_name == 'Lunch' AND worker.channel.voice.assigned_tasks < 2\""));

        assertThat(saved.warnings()).isEmpty();
    }

    @Test
    void isRefusedWhenTheKnownWorkerIsNotThere() {
        bench.worker(workspace, "ann", Map.of());
        DmnTable table = DmnTable.ofLanguages().output("knownWorker", "string");

        assertThat(refuse(table.row("-", "\"rest\"", "\"eve\"")).problems().getFirst().cause())
                .contains("0 of 1 workers match; 1 fail to be 'eve', who alone is wanted");
        save(table.row("\"nl\"", "\"rest\"", "\"ANN\"").row("-", "\"rest\"", "\"task.agent\""));
    }

    @Test
    void isSavedWithoutWorkersOnlyWhenThereAreNoneAndItIsAskedFor() {
        assertThat(refuse(byLanguage()).problems()).extracting(TableProblem::code).containsExactly("NO_WORKERS");
        Drawing anyway = new Drawing(byLanguage().xml(), true);

        assertThat(tables.create(ACCOUNT, workspace.id(), anyway)).isInstanceOf(Saved.class);
        bench.worker(workspace, "ann", Map.of());
        assertThat(tables.create(ACCOUNT, workspace.id(), anyway)).isInstanceOf(Refused.class);
    }

    @Test
    void losesItsTableWhenItIsSavedAsADocument() {
        staff();
        PolicyDocument policy = save(byLanguage()).policy();
        bench.policies.update(ACCOUNT, workspace.id(), policy.id(),
                new PolicySpec("renamed", policy.document(), Optional.empty()));
        assertThat(listed()).containsExactly(entry("renamed", true));

        bench.policies.update(ACCOUNT, workspace.id(), policy.id(), new PolicySpec("renamed",
                Documents.policy(Documents.target("rest")), Optional.empty()));

        assertThat(listed()).containsExactly(entry("renamed", false));
        assertThatThrownBy(() -> tables.read(ACCOUNT, workspace.id(), policy.id()))
                .isInstanceOfSatisfying(DomainException.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND));
        tables.replace(ACCOUNT, workspace.id(), policy.id(), drawing(byLanguage()));
        assertThat(listed()).containsExactly(entry("renamed", true));
    }

    @Test
    void goesWithItsPolicy() {
        staff();
        PolicyDocument policy = save(byLanguage()).policy();

        bench.policies.delete(ACCOUNT, workspace.id(), policy.id());

        assertThat(listed()).isEmpty();
        save(byLanguage());
    }

    @Test
    void isNotFoundByStrangers() {
        staff();
        PolicyDocument policy = save(byLanguage()).policy();

        for (Runnable attempt : List.<Runnable>of(() -> tables.read(STRANGER, workspace.id(), policy.id()),
                () -> tables.list(STRANGER, workspace.id(), Paging.first(5)),
                () -> tables.create(STRANGER, workspace.id(), drawing(byLanguage())),
                () -> tables.replace(STRANGER, workspace.id(), policy.id(), drawing(byLanguage())),
                () -> tables.preview(STRANGER, workspace.id(), question(byLanguage(), Optional.empty())))) {
            assertThatThrownBy(attempt::run).isInstanceOfSatisfying(DomainException.class,
                    missing -> assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void foreseesWhereItemsOfThePastWouldHaveGoneAndChangesNothing() {
        staff();
        save(byLanguage());
        bench.enqueue("dutch", "CA0", 9, Map.of("language", "old"));
        bench.pass(Duration.ofDays(8));
        String toRest = enqueue("CA1", Map.of("language", "nl"));
        String lower = enqueue("CA2", Map.of("language", "fy"));
        enqueue("CA3", Map.of("language", "en"));
        String nowhere = enqueue("CA4", Map.of("language", "xx"));
        List<WorkItem> before = items();

        Preview preview = foreseen(question(table("changed").row("\"fy\"", "\"dutch\"", "1")
                .row("\"nl\", \"en\"", "\"rest\"", ""), Optional.empty())).preview();

        assertThat(items()).isEqualTo(before);
        assertThat(preview.lookedAt()).isEqualTo(4);
        assertThat(preview.complete()).isTrue();
        assertThat(preview.fates()).containsExactly(entry(Fate.UNCHANGED, 1), entry(Fate.OTHER_QUEUE, 1),
                entry(Fate.OTHER_PRIORITY, 1), entry(Fate.NOWHERE, 1));
        assertThat(preview.rows()).containsExactly(entry(1, 1), entry(2, 2));
        assertThat(preview.queues()).containsOnly(entry(dutch.id(), new Counts(2, 1)),
                entry(rest.id(), new Counts(2, 2)));
        assertThat(preview.differences()).extracting(Preview.Difference::workItemId)
                .containsExactly(nowhere, lower, toRest);
        assertThat(preview.differences().getLast().wouldBe()).contains(new Preview.Spot(rest.id(), 5));
        assertThat(preview.differences().getFirst().wouldBe()).isEmpty();
    }

    @Test
    void foreseesForTheItemsOfOnePolicyOnly() {
        staff();
        PolicyDocument policy = save(byLanguage()).policy();
        bench.enqueue("rest", "CA1");
        enqueue("CA2", Map.of("language", "nl"));

        Preview preview = foreseen(question(byLanguage(), Optional.of(policy.id()))).preview();

        assertThat(preview.lookedAt()).isEqualTo(1);
        assertThat(preview.fates()).containsEntry(Fate.UNCHANGED, 1);
        assertThat(preview.differences()).isEmpty();
    }

    @Test
    void comparesItemsThatMovedOnWithTheStepThatTheyHadReached() {
        staff();
        DmnTable steps = DmnTable.withPolicy("RULE ORDER")
                .output("queue", "")
                .output("timeout", "")
                .row("\"dutch\"", "10")
                .row("\"rest\"", "");
        save(steps);
        workersGoOffline();
        enqueue("CA1", Map.of());
        bench.pass(Duration.ofSeconds(10));

        assertThat(foreseen(question(steps, Optional.empty())).preview().fates()).containsEntry(Fate.UNCHANGED, 1);
    }

    @Test
    void foreseesTheNewestItemsWhenThereAreMoreThanItLooksAt() {
        staff();
        save(byLanguage());
        bench.world.unit.run(() -> {
            WorkItem item = bench.item(enqueue("CA1", Map.of("language", "nl")));
            for (int i = 0; i < 5_100; i++) {
                bench.world.stores.items()
                        .insert(new WorkItem(item.account(), item.workspaceId(),
                                bench.world.ids.next(org.jackfield.engine.id.IdPrefix.WORK_ITEM), item.origin(),
                                item.place(),
                                item.standing(), 1));
            }
        });

        Preview preview = foreseen(question(byLanguage(), Optional.empty())).preview();

        assertThat(preview.lookedAt()).isEqualTo(5_000);
        assertThat(preview.complete()).isFalse();
        assertThat(preview.rows()).containsEntry(1, 5_000);
    }

    @Test
    void saysWithAPreviewWhatWouldKeepTheTableFromBeingSaved() {
        bench.worker(workspace, "ann", Map.of("languages", List.of("en")));

        Foreseen foreseen = foreseen(question(byLanguage(), Optional.empty()));
        var broken = tables.preview(ACCOUNT, workspace.id(),
                question(table("broken").row("-", "\"nowhere\"", ""), Optional.empty()));

        assertThat(foreseen.problems()).extracting(TableProblem::code).containsExactly("NOBODY");
        assertThat(broken).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting(TableProblem::code)
                .containsExactly("UNKNOWN_QUEUE"));
    }

    private static DmnTable table(String name) {
        return DmnTable.named(name, "FIRST")
                .input("task.language", "string")
                .output("queue", "string")
                .output("priority", "number");
    }

    private static DmnTable byLanguage() {
        return table("routing").row("\"nl\", \"fy\"", "\"dutch\"", "5").row("-", "\"rest\"", "");
    }

    private void staff() {
        bench.worker(workspace, "ann", Map.of("languages", List.of("nl", "en")));
    }

    private void workersGoOffline() {
        bench.directory.updateWorker(ACCOUNT, workspace.id(), workerNamed("ann").id(),
                WorkAdministration.WorkerChange.activity(bench.activity(workspace, "Offline").id()));
    }

    private Worker workerNamed(String name) {
        return bench.world.stores.workers()
                .list(ACCOUNT, workspace.id(), Paging.first(50))
                .stream()
                .filter(worker -> worker.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Saved save(DmnTable table) {
        return switch (tables.create(ACCOUNT, workspace.id(), drawing(table))) {
            case Saved saved -> saved;
            case Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private Refused refuse(DmnTable table) {
        return (Refused) tables.create(ACCOUNT, workspace.id(), drawing(table));
    }

    private Foreseen foreseen(Question question) {
        return (Foreseen) tables.preview(ACCOUNT, workspace.id(), question);
    }

    private static Drawing drawing(DmnTable table) {
        return new Drawing(table.xml(), false);
    }

    private static Question question(DmnTable table, Optional<String> policy) {
        return new Question(table.xml(), WEEK, policy);
    }

    private Map<String, Boolean> listed() {
        Map<String, Boolean> listed = new HashMap<>();
        for (Listed one : tables.list(ACCOUNT, workspace.id(), Paging.first(50))) {
            listed.put(one.policy().name(), one.byTable());
        }
        return listed;
    }

    private List<WorkItem> items() {
        return bench.world.stores.items().list(ACCOUNT, workspace.id(), Paging.first(50));
    }

    private String enqueue(String call, Map<String, Object> attributes) {
        return bench.enqueue(new Destination.ByPolicy("routing"), call, 0, new HashMap<>(attributes));
    }
}
