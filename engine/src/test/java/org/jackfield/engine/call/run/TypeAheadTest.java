package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.loopback.LoopbackCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digits that a caller presses before he is asked. */
class TypeAheadTest {

    private static final ScriptedFlows.Line WELCOME = line("say", Map.of("text", "welcome"));
    private static final ScriptedFlows.Line ONE_DIGIT = line("gather", Map.of("text", "press", "numDigits", 1));
    private static final ScriptedFlows.Line WAIT = line("pause", Map.of("length", "PT10S"));

    @TempDir
    Path folder;

    private Switchboard board;

    @BeforeEach
    void open() {
        board = new Switchboard(folder);
    }

    @AfterEach
    void leavesNothingBehind() {
        board.pass(Duration.ofHours(1));
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.timers.pending()).isZero();
    }

    private LoopbackCall call(ScriptedFlows.Line... lines) {
        board.assign(lines);
        return board.phone("+15550199").call(Switchboard.NUMBER);
    }

    private InstructionOutcome outcome(int number) {
        return board.flows.ended().get(number).outcome();
    }

    private static Done digits(String digits, String reason) {
        return new Done(Map.of("digits", digits, "reason", reason));
    }

    @Test
    void takesADigitThatWasPressedDuringTheAnnouncement() {
        LoopbackCall call = call(WELCOME, ONE_DIGIT, WAIT);

        call.press("2");
        assertThat(call.hears()).contains(Switchboard.PROMPT);
        board.pass(Duration.ofSeconds(1));

        assertThat(outcome(1)).isEqualTo(digits("2", "complete"));
        assertThat(call.hears()).as("the menu's prompt is left out").isEmpty();
    }

    @Test
    void keepsWhatOneMenuDoesNotNeedForTheNext() {
        LoopbackCall call = call(WELCOME, ONE_DIGIT, WELCOME, line("gather", Map.of("text", "your number")), WAIT);

        call.press("1");
        call.press("4711#");
        board.pass(Duration.ofSeconds(3));

        assertThat(outcome(1)).isEqualTo(digits("1", "complete"));
        assertThat(outcome(3)).isEqualTo(digits("4711", "finish-key"));
    }

    @Test
    void collectsOnFromWhatWasTypedAhead() {
        LoopbackCall call = call(WELCOME, line("gather", Map.of("text", "four digits", "numDigits", 4)), WAIT);

        call.press("47");
        board.pass(Duration.ofSeconds(1));
        call.press("11");

        assertThat(outcome(1)).isEqualTo(digits("4711", "complete"));
    }

    @Test
    void skipsTheFinishingKeyOfTheInputBefore() {
        LoopbackCall call = call(WELCOME, ONE_DIGIT, line("gather", Map.of("numDigits", 1, "timeout", "PT3S")), WAIT);

        call.press("1#");
        board.pass(Duration.ofSeconds(1));
        call.press("5");

        assertThat(outcome(2)).isEqualTo(digits("5", "complete"));
    }

    @Test
    void forgetsWhatWasPressedBeforeTheEndOfAPromptThatCannotBeInterrupted() {
        LoopbackCall call = call(WELCOME,
                line("gather", Map.of("text", "hear me out", "numDigits", 1, "bargeIn", false)),
                WAIT);

        call.press("1");
        board.pass(Duration.ofSeconds(1));
        assertThat(call.hears()).contains(Switchboard.PROMPT);
        call.press("2");
        board.pass(Duration.ofSeconds(1));
        call.press("3");

        assertThat(outcome(1)).isEqualTo(digits("3", "complete"));
    }

    @Test
    void forgetsWhatWasPressedInTheQueue() {
        LoopbackCall call = call(WELCOME, line("enqueue", Map.of("queue", "sales")));
        call.press("1");
        board.pass(Duration.ofSeconds(1));
        call.press("2");

        board.engine.outbound()
                .redirect(Switchboard.ACCOUNT, call.leg(),
                        board.flows.flow("menu", line("gather", Map.of("numDigits", 1, "timeout", "PT3S"))));
        board.pass(Duration.ofSeconds(4));

        assertThat(board.flows.outcomes()).containsExactly("say Done", "gather NoInput");
    }

    @Test
    void keepsNoMoreThanItsBound() {
        LoopbackCall call = call(WELCOME, line("gather", Map.of("text", "all", "timeout", "PT3S")), WAIT);

        call.press("1234567890".repeat(5));
        board.pass(Duration.ofSeconds(5));

        assertThat(outcome(1)).isEqualTo(digits("12345678901234567890123456789012", "timeout"));
    }
}
