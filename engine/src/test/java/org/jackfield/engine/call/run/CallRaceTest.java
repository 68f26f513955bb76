package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk.Request;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.call.JdbcCalls;
import org.jackfield.engine.store.call.JdbcInstructions;
import org.jackfield.engine.store.call.JdbcRecordings;
import org.jackfield.engine.store.event.JdbcEventLog;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens at the same time, over transactions that really roll back. */
@ExtendWith(PostgresExtension.class)
class CallRaceTest {

    @TempDir
    Path folder;

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private Switchboard board;

    CallRaceTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @BeforeEach
    void open() {
        jdbc.sql("TRUNCATE call, instruction, recording, event, event_key").update();
        JdbcEventLog events = new JdbcEventLog(jdbc, new TimeOrderedIds(Clock.systemUTC(), new Random(2)),
                Clock.systemUTC(), () -> {});
        board = new Switchboard(folder, new CallStores(unit, new JdbcCalls(jdbc), new JdbcInstructions(jdbc),
                new JdbcRecordings(jdbc), events));
    }

    @AfterEach
    void leavesNothingBehind() {
        board.pass(Duration.ofHours(5));
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.network.legs()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM call WHERE ended IS NULL").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM instruction WHERE outcome IS NULL").query(Long.class).single())
                .isZero();
    }

    @Test
    void takesTheDigitWhenItCameBeforeTheHangUpInTheSameMillisecond() {
        board.assign(line("gather", Map.of("numDigits", 1)), line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        board.hold();
        call.press("7");
        call.hangUp();
        board.letGo();

        assertThat(board.flows.outcomes()).containsExactly("gather Done", "pause HungUp");
        assertThat(count("call.completed")).isOne();
    }

    @Test
    void takesTheHangUpWhenTheTimerRanOffInTheSameMillisecond() {
        board.assign(line("gather", Map.of("numDigits", 1, "timeout", "PT3S")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        board.hold();
        call.hangUp();
        board.pass(Duration.ofSeconds(3));
        board.letGo();

        assertThat(board.flows.outcomes()).containsExactly("gather HungUp");
        assertThat(count("instruction.completed")).isOne();
    }

    @Test
    void hearsOfAnInstructionOnlyAfterItsCommit() {
        board.assign(line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        unit.run(() -> {
            board.engine.instructionDesk().issue(request(call.leg(), "sendEvent", Map.of("type", "order.placed")));
            assertThat(board.engine.census().waiting()).isZero();
            assertThat(board.flows.ended()).isEmpty();
        });

        assertThat(board.flows.outcomes()).containsExactly("sendEvent Done");
        call.hangUp();
    }

    @Test
    void neverHearsOfAnInstructionThatWasRolledBack() {
        board.assign(line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        try {
            unit.run(() -> {
                board.engine.instructionDesk().issue(request(call.leg(), "hangUp", Map.of()));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }

        assertThat(call.display()).isEqualTo(Display.RINGING);
        call.hangUp();
        assertThat(board.flows.outcomes()).containsExactly("pause HungUp");
    }

    @Test
    void runsAStepAgainThatWasRolledBackByAConflict() {
        board.assign(line("gather", Map.of("numDigits", 1)), line("answer", Map.of()));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        board.flows.failNextResume(new ConflictException("somebody was first"));

        call.press("7");

        assertThat(board.flows.outcomes()).containsExactly("gather Done", "answer Done");
        assertThat(count("instruction.completed")).isEqualTo(2);
    }

    @Test
    void keepsStimuliInOrderWhileTheDatabaseIsAway() {
        board.assign(line("gather", Map.of("numDigits", 1)), line("gather", Map.of("numDigits", 2)));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        board.flows.failNextResume(new StoreUnavailableException("away", new IllegalStateException()));

        call.press("7");
        call.press("89");

        assertThat(board.flows.ended()).isEmpty();
        assertThat(board.engine.census().waiting()).isEqualTo(3);
        board.pass(Duration.ofMillis(200));
        assertThat(board.flows.ended())
                .extracting(end -> end.outcome())
                .containsExactly(new InstructionOutcome.Done(Map.of("digits", "7", "reason", "complete")),
                        new InstructionOutcome.Done(Map.of("digits", "89", "reason", "complete")));
        assertThat(call.display()).isEqualTo(Display.ENDED);
    }

    @Test
    void dropsDigitsBeyondTheBoundButNotTheHangUp() {
        board.assign(line("gather", Map.of()));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        board.hold();
        call.press("1".repeat(5_000));
        call.hangUp();
        assertThat(board.engine.census().waiting()).isLessThanOrEqualTo(CallMailbox.BOUND + 1);
        board.letGo();

        assertThat(board.call(call.leg()).status()).isEqualTo(CallStatus.COMPLETED);
    }

    @Test
    void dropsAnOutcomeThatComesAfterTheElementWasLeft() {
        board.assign(line("play", Map.of("url", "prompt:x")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        Instruction open = board.stores.instructions().open(Switchboard.ACCOUNT, call.leg()).getFirst();

        unit.run(() -> board.engine.instructionDesk().withdraw(Switchboard.ACCOUNT, open.id()));
        assertThat(call.hears()).isEmpty();
        board.pass(Duration.ofSeconds(5));
        call.hangUp();

        assertThat(board.flows.ended()).isEmpty();
        assertThat(board.flows.told()).hasSize(1);
    }

    @Test
    void handsOutAgainWhatTheMailboxMissedAndDropsWhatItHas() {
        board.assign(line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        Instruction missed = new Instruction(Switchboard.ACCOUNT, "IN1", call.leg(), "answer", Map.of(), "e", "x");
        unit.run(() -> board.stores.instructions().insert(missed, board.clock.instant()));

        board.engine.start();
        board.pass(Duration.ofSeconds(5));
        board.engine.close();

        assertThat(call.display()).isEqualTo(Display.TALKING);
        assertThat(board.flows.outcomes()).containsExactly("answer Done");
        call.hangUp();
    }

    @Test
    void ordersTheEventsOfACall() {
        board.assign(line("say", Map.of("text", "hello")));
        board.phone("+15550199").call(Switchboard.NUMBER);

        board.pass(Duration.ofSeconds(2));

        List<String> types = jdbc.sql("SELECT type FROM event ORDER BY seq").query((row, _) -> row.getString(1)).list();
        assertThat(types).containsExactly("call.received", "call.started", "instruction.issued", "call.answered",
                "instruction.completed", "call.completed");
    }

    private long count(String type) {
        return jdbc.sql("SELECT count(*) FROM event WHERE type = :type").param("type", type).query(Long.class).single();
    }

    private static Request request(String call, String name, Map<String, ?> parameters) {
        return new Request(Switchboard.ACCOUNT, call, name, parameters, "element", "x");
    }
}
