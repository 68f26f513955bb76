package org.jackfield.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.Calls.Filter;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.unit.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of calls do; run on those in memory and on PostgreSQL. */
public abstract class CallStoresContract {

    /** Empty stores. */
    public record Stores(Calls calls, Instructions instructions, Recordings recordings) {}

    private static final AccountId ONE = new AccountId("AC1");
    private static final AccountId TWO = new AccountId("AC2");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Stores stores;

    protected abstract Stores stores();

    @BeforeEach
    void empty() {
        stores = stores();
    }

    @Test
    void readsBackWhatWasWritten() {
        Call queued = call("CA1", Optional.empty());
        stores.calls().insert(queued);

        Call answered = stores.calls()
                .update(queued.answered(NOW, Optional.of(new DialogIdentity("d"))).orElseThrow());
        Call running = stores.calls()
                .update(answered.running(new Call.Run(Optional.of("flow"), 3, Optional.of("p1"))));
        Call ended = stores.calls().update(running.ended(EndCause.HUNG_UP, NOW.plusSeconds(9)).orElseThrow());

        assertThat(stores.calls().find(ONE, "CA1")).contains(ended);
        assertThat(ended.version()).isEqualTo(3);
        assertThat(ended.talked()).contains(Duration.ofSeconds(9));
    }

    @Test
    void refusesToOverwriteAnotherChange() {
        Call queued = call("CA1", Optional.empty());
        stores.calls().insert(queued);
        stores.calls().update(queued.ringing().orElseThrow());

        assertThatThrownBy(() -> stores.calls().update(queued.ended(EndCause.BUSY, NOW).orElseThrow()))
                .isInstanceOf(ConflictException.class);
        assertThat(stores.calls().find(ONE, "CA1").orElseThrow().status()).isEqualTo(CallStatus.RINGING);
    }

    @Test
    void showsNothingToAnotherAccount() {
        stores.calls().insert(call("CA1", Optional.empty()));
        stores.recordings().save(recording("RE1", "CA1"));
        stores.instructions().insert(instruction("IN1", "CA1"), NOW);

        assertThat(stores.calls().find(TWO, "CA1")).isEmpty();
        assertThat(stores.calls().list(TWO, Filter.ALL, 9)).isEmpty();
        assertThat(stores.calls().openLegs(TWO, "CA1")).isEmpty();
        assertThat(stores.recordings().find(TWO, "RE1")).isEmpty();
        assertThat(stores.recordings().delete(TWO, "RE1")).isEmpty();
        assertThat(stores.instructions().open(TWO, "CA1")).isEmpty();
        assertThat(stores.instructions().complete(TWO, "IN1", new InstructionOutcome.NoInput(), NOW)).isFalse();
        assertThat(stores.instructions().withdraw(TWO, "IN1", NOW)).isEmpty();
    }

    @Test
    void listsNewestFirstByFilterAndPage() {
        Call first = call("CA1", Optional.empty());
        stores.calls().insert(first);
        stores.calls().insert(call("CA2", Optional.of("CA1")));
        stores.calls().insert(call("CA3", Optional.empty()));
        stores.calls().update(first.ended(EndCause.BUSY, NOW).orElseThrow());

        assertThat(ids(Filter.ALL, 2)).containsExactly("CA3", "CA2");
        assertThat(page(new Paging("CA3", 1))).containsExactly("CA2");
        assertThat(page(new Paging("CA1", 1, true))).containsExactly("CA2");
        assertThat(page(new Paging("CA1", 9, true))).containsExactly("CA3", "CA2");
        assertThat(ids(filter(Optional.of(CallStatus.BUSY), Optional.empty()), 9))
                .containsExactly("CA1");
        assertThat(ids(filter(Optional.empty(), Optional.of("CA1")), 9)).containsExactly("CA2");
        assertThat(ids(new Filter(Optional.empty(), Optional.of("+1"), Optional.of("+2"), Optional.empty(),
                new Span(Optional.of(NOW), Optional.of(NOW.plusSeconds(1))), Span.ALWAYS), 9)).hasSize(3);
        assertThat(ids(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Span(Optional.empty(), Optional.of(NOW)), Span.ALWAYS), 9)).isEmpty();
        assertThat(ids(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Span.ALWAYS,
                new Span(Optional.of(NOW), Optional.empty())), 9)).containsExactly("CA1");
    }

    @Test
    void deletesOnlyWhatIsOver() {
        Call call = call("CA1", Optional.empty());
        stores.calls().insert(call);

        assertThat(stores.calls().delete(ONE, "CA1")).isFalse();
        stores.calls().update(call.ended(EndCause.BUSY, NOW).orElseThrow());
        assertThat(stores.calls().delete(TWO, "CA1")).isFalse();
        assertThat(stores.calls().delete(ONE, "CA1")).isTrue();
        assertThat(stores.calls().find(ONE, "CA1")).isEmpty();
    }

    @Test
    void findsTheLegsThatAnOlderStartLeft() {
        stores.calls().insert(call("CA2", Optional.of("CA1")));
        Call root = call("CA1", Optional.empty());
        stores.calls().insert(root);

        assertThat(stores.calls().leftBehind("node", 2, 9)).extracting(Call::id).containsExactly("CA1", "CA2");
        assertThat(stores.calls().openLegs(ONE, "CA1")).extracting(Call::id).containsExactly("CA1", "CA2");
        assertThat(stores.calls().leftBehind("node", 1, 9)).isEmpty();
        assertThat(stores.calls().leftBehind("other", 2, 9)).isEmpty();
        stores.calls().update(root.ended(EndCause.NODE_LOST, NOW).orElseThrow());
        assertThat(stores.calls().leftBehind("node", 2, 9)).extracting(Call::id).containsExactly("CA2");
    }

    @Test
    void letsTheFirstOutcomeWin() {
        stores.instructions().insert(instruction("IN1", "CA1"), NOW);

        assertThat(stores.instructions().complete(ONE, "IN1", new InstructionOutcome.Done(Map.of("digits", "1")), NOW))
                .isTrue();
        assertThat(stores.instructions().complete(ONE, "IN1", new InstructionOutcome.HungUp(EndCause.HUNG_UP), NOW))
                .isFalse();
        assertThat(stores.instructions().withdraw(ONE, "IN1", NOW)).isEmpty();
        assertThat(stores.instructions().open(ONE, "CA1")).isEmpty();
    }

    @Test
    void withdrawsOnceAndDropsWhatComesLater() {
        Instruction issued = instruction("IN1", "CA1");
        stores.instructions().insert(issued, NOW);

        assertThat(stores.instructions().withdraw(ONE, "IN1", NOW)).contains(issued);
        assertThat(stores.instructions().withdraw(ONE, "IN1", NOW)).isEmpty();
        assertThat(stores.instructions().complete(ONE, "IN1", new InstructionOutcome.TimedOut(), NOW)).isFalse();
    }

    @Test
    void findsOpenInstructionsByCallAndByNode() {
        stores.calls().insert(call("CA1", Optional.empty()));
        Instruction first = instruction("IN1", "CA1");
        Instruction second = instruction("IN2", "CA1");
        stores.instructions().insert(first, NOW);
        stores.instructions().insert(second, NOW);

        assertThat(stores.instructions().open(ONE, "CA1")).containsExactly(first, second);
        assertThat(stores.instructions().openOn("node", 1, NOW.plusSeconds(1), 1)).containsExactly(first);
        assertThat(stores.instructions().openOn("node", 1, NOW, 9)).isEmpty();
        assertThat(stores.instructions().openOn("node", 2, NOW.plusSeconds(1), 9)).isEmpty();
    }

    @Test
    void keepsRecordings() {
        Recording one = recording("RE1", "CA1");
        Recording two = recording("RE2", "CA2");
        stores.recordings().save(one);
        stores.recordings().save(two);
        stores.recordings().save(two);

        assertThat(stores.recordings().list(ONE, Recordings.Filter.ALL, Paging.first(9))).containsExactly(two, one);
        assertThat(stores.recordings().list(ONE, Recordings.Filter.ofCall("CA1"), Paging.first(9)))
                .containsExactly(one);
        assertThat(stores.recordings().list(ONE, Recordings.Filter.ALL, new Paging("RE2", 9))).containsExactly(one);
        assertThat(stores.recordings().delete(ONE, "RE1")).contains(one);
        assertThat(stores.recordings().find(ONE, "RE1")).isEmpty();
    }

    private List<String> page(Paging paging) {
        return stores.calls().list(ONE, Filter.ALL, paging).stream().map(Call::id).toList();
    }

    private List<String> ids(Filter filter, int limit) {
        return stores.calls().list(ONE, filter, limit).stream().map(Call::id).toList();
    }

    private static Filter filter(Optional<CallStatus> status, Optional<String> parent) {
        return new Filter(status, Optional.empty(), Optional.empty(), parent, Span.ALWAYS, Span.ALWAYS);
    }

    private static Call call(String id, Optional<String> parent) {
        return Call.queued(ONE, id, new Parties(CallDirection.INBOUND, "+1", "+2", parent), new Placement("node", 1),
                NOW);
    }

    private static Instruction instruction(String id, String call) {
        return new Instruction(ONE, id, call, "say", Map.of("text", "hi", "loop", 2, "more", List.of("a", true)), "e",
                "x");
    }

    private static Recording recording(String id, String call) {
        return new Recording(ONE, id, call, Optional.of("WT1"), Recording.Status.COMPLETED, id + ".wav",
                Duration.ofMillis(1_234), 2, NOW);
    }
}
