package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.FlowAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls over the loopback network on manual time. */
class CallStoryTest {

    @TempDir
    Path folder;

    private Switchboard board;

    @BeforeEach
    void open() {
        board = new Switchboard(folder);
    }

    @AfterEach
    void leavesNothingBehind() {
        board.pass(Duration.ofHours(5));
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.network.legs()).isZero();
        assertThat(board.admitted).isEmpty();
        assertThat(board.flows.running()).isZero();
        assertThat(board.timers.pending()).isZero();
    }

    @Test
    void answersSaysAndHangsUpWhenTheFlowEnds() {
        board.assign(line("say", Map.of("text", "hello")));

        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(call.display()).isEqualTo(Display.TALKING);
        assertThat(call.hears()).contains(Switchboard.PROMPT);
        board.pass(Duration.ofSeconds(1));
        assertThat(call.display()).isEqualTo(Display.ENDED);
        Call record = board.call(call.leg());
        assertThat(record.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(record.run().flowKey()).contains("flow");
        assertThat(record.talked()).contains(Duration.ofSeconds(1));
        assertThat(board.events.types()).containsExactly("call.received", "call.started", "instruction.issued",
                "call.answered", "instruction.completed", "call.completed");
    }

    @Test
    void refusesAnUnknownNumber() {
        LoopbackCall call = board.phone("+15550199").call("+15550999");

        assertThat(call.refusal()).contains(Refusal.NOT_FOUND);
        assertThat(board.legs()).isEmpty();
    }

    @Test
    void refusesWhenTheTenantMayNotHaveAnotherCall() {
        board.assign(line("answer", Map.of()));
        board.verdict = Admission.Verdict.TOO_MANY_CALLS;

        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(call.refusal()).contains(Refusal.NO_CAPACITY);
        assertThat(board.events.types()).containsExactly("call.refused");
    }

    @Test
    void refusesWhenTheFlowIsNotThere() {
        board.assign(FlowAddress.parse("flow:gone"));

        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(call.refusal()).contains(Refusal.NOT_FOUND);
        assertThat(board.call(call.leg()).status()).isEqualTo(CallStatus.FAILED);
        assertThat(board.events.types()).endsWith("call.received", "call.failed");
    }

    @Test
    void gathersDigitsUntilTheFinishingKeyWithoutATransactionEach() {
        board.assign(line("gather", Map.of("text", "your number", "finishOnKey", "#")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        int before = board.events.events().size();

        call.press("12");
        assertThat(call.hears()).isEmpty();
        assertThat(board.events.events()).hasSize(before);
        call.press("3#");

        assertThat(board.flows.ended().getFirst().outcome())
                .isEqualTo(new InstructionOutcome.Done(Map.of("digits", "123", "reason", "finish-key")));
    }

    @Test
    void saysNoInputWhenNothingIsPressed() {
        board.assign(line("gather", Map.of("timeout", "PT3S", "numDigits", 1)));
        board.phone("+15550199").call(Switchboard.NUMBER);

        board.pass(Duration.ofSeconds(4));

        assertThat(board.flows.outcomes()).containsExactly("gather NoInput");
    }

    @Test
    void failsTheInstructionWhenThePromptCannotBeHad() {
        board.assign(line("play", Map.of("url", "prompt:missing")));

        board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(board.flows.outcomes()).containsExactly("play Failed");
    }

    @Test
    void tellsTheWaitingInstructionWhenTheCallerHangsUp() {
        board.assign(line("play", Map.of("url", "prompt:x", "loop", 0)), line("answer", Map.of()));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        call.hangUp();

        assertThat(board.flows.outcomes()).containsExactly("play HungUp");
        assertThat(board.call(call.leg()).endCause()).contains(EndCause.HUNG_UP);
    }

    @Test
    void refusesBusyWhenTheFlowHangsUpBeforeTheAnswer() {
        board.assign(line("hangUp", Map.of("reason", "busy")));

        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(call.refusal()).contains(Refusal.BUSY);
        assertThat(board.call(call.leg()).status()).isEqualTo(CallStatus.BUSY);
        assertThat(board.flows.told()).isEmpty();
    }

    @Test
    void connectsTheDialledPartyAndEndsWhenHeHangsUp() {
        Sound caller = Sound.of(new short[]{1});
        Sound called = Sound.of(new short[]{2});
        LoopbackPhone bob = board.phone("sip:bob@example.org");
        board.assign(line("dial", Map.of("to", "sip:bob@example.org", "record", true)));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        assertThat(call.display()).isEqualTo(Display.RINGING);

        LoopbackCall ring = bob.nextRing().orElseThrow();
        ring.answer();
        call.say(caller);
        ring.say(called);

        assertThat(call.hears()).contains(called);
        assertThat(ring.hears()).contains(caller);
        board.pass(Duration.ofSeconds(9));
        ring.hangUp();
        InstructionOutcome outcome = board.flows.ended().getFirst().outcome();
        assertThat(outcome).isEqualTo(new InstructionOutcome.Done(
                Map.of("status", "completed", "duration", 9L, "leg", ring.leg())));
        assertThat(board.call(ring.leg()).parties().parent()).contains(call.leg());
        assertThat(board.recordings.list(Switchboard.ACCOUNT, Recordings.Filter.ofCall(call.leg()),
                Paging.first(9))).singleElement()
                .satisfies(row -> assertThat(row.duration()).isEqualTo(Duration.ofSeconds(9)));
    }

    @Test
    void saysWhyTheDialledPartyWasNotReached() {
        for (Map.Entry<String, String> why : Map.of("decline", "Busy", "nothing", "NoAnswer", "nobody", "Failed")
                .entrySet()) {
            String to = "sip:" + why.getKey() + "@example.org";
            if (!why.getKey().equals("nobody")) {
                LoopbackPhone phone = board.phone(to);
                if (why.getKey().equals("decline")) {
                    phone.whenRung(LoopbackCall::decline);
                }
            }
            board.assign(line("dial", Map.of("to", to, "timeout", "PT10S")));

            board.phone("+15550199").call(Switchboard.NUMBER);
            board.pass(Duration.ofSeconds(11));

            assertThat(board.flows.outcomes().getLast()).isEqualTo("dial " + why.getValue());
        }
    }

    @Test
    void hangsUpTheDialledPartyWhenTheCallerGivesUp() {
        LoopbackPhone bob = board.phone("sip:bob@example.org");
        board.assign(line("dial", Map.of("to", "sip:bob@example.org")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        call.hangUp();

        assertThat(bob.nextRing().orElseThrow().display()).isEqualTo(Display.ENDED);
        assertThat(board.legs()).extracting(Call::status).containsOnly(CallStatus.CANCELED);
    }

    @Test
    void recordsTheVoiceUntilSilence() {
        board.assign(line("record", Map.of("timeout", "PT3S")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        board.pass(Duration.ofMillis(300));

        call.say(Sound.of(new short[]{7}));
        board.pass(Duration.ofSeconds(5));
        call.beSilent();
        board.pass(Duration.ofSeconds(4));

        assertThat(board.flows.outcomes()).containsExactly("record Done");
        assertThat(board.events.types()).contains("recording.completed");
    }

    @Test
    void saysNoInputWhenOnlySilenceWasRecorded() {
        board.assign(line("record", Map.of("timeout", "PT3S", "beep", false)));
        board.phone("+15550199").call(Switchboard.NUMBER);

        board.pass(Duration.ofSeconds(4));

        assertThat(board.flows.outcomes()).containsExactly("record NoInput");
    }

    @Test
    void runsTheFlowOfAnOutboundCallWhenItIsAnswered() {
        LoopbackPhone bob = board.phone("sip:bob@example.org");
        FlowAddress flow = board.flows.flow("reminder", line("say", Map.of("text", "hello")));

        Call made = board.engine.outbound()
                .create(new OutboundCalls.NewCall(Switchboard.ACCOUNT, Switchboard.NUMBER, "sip:bob@example.org", flow,
                        Duration.ofSeconds(20)));
        assertThat(made.status()).isEqualTo(CallStatus.QUEUED);
        assertThat(board.call(made.id()).status()).isEqualTo(CallStatus.RINGING);
        LoopbackCall ring = bob.nextRing().orElseThrow();
        ring.answer();

        assertThat(ring.hears()).contains(Switchboard.PROMPT);
        board.engine.outbound().hangUp(Switchboard.ACCOUNT, made.id());
        assertThat(ring.display()).isEqualTo(Display.ENDED);
        assertThat(board.call(made.id()).status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(board.flows.outcomes()).containsExactly("say HungUp");
    }

    @Test
    void publishesTheFlowsOwnEventsButNoForgedOnes() {
        board.assign(line("sendEvent", Map.of("type", "order.placed", "data", Map.of("id", 7))),
                line("sendEvent", Map.of("type", "call.completed")));

        board.phone("+15550199").call(Switchboard.NUMBER);

        assertThat(board.events.types()).contains("order.placed");
        assertThat(board.flows.outcomes()).isEqualTo(List.of("sendEvent Done", "sendEvent Failed"));
    }

    @Test
    void pausesAndPlaysInTurn() {
        board.assign(line("pause", Map.of("length", 2)), line("answer", Map.of()), line("pause", Map.of()));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        assertThat(call.display()).isEqualTo(Display.RINGING);

        board.pass(Duration.ofSeconds(2));

        assertThat(call.display()).isEqualTo(Display.TALKING);
    }
}
