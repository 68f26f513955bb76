package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.tenant.FlowAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running call goes on with another flow. */
class CallRedirectTest {

    private static final String AGENT = "sip:ann@example.org";

    @TempDir
    Path folder;

    private Switchboard board;
    private LoopbackPhone agent;
    private FlowAddress other;

    @BeforeEach
    void open() {
        board = new Switchboard(folder);
        agent = board.phone(AGENT);
        other = board.flows.flow("other", line("play", Map.of("url", "prompt:hold-music", "loop", 0)));
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

    private LoopbackCall callWith(ScriptedFlows.Line line) {
        board.assign(line);
        return board.phone("+15550199").call(Switchboard.NUMBER);
    }

    private void redirect(LoopbackCall call) {
        board.engine.outbound().redirect(Switchboard.ACCOUNT, call.leg(), other);
    }

    @Test
    void playsWhatTheOtherFlowSaysOnTheSameLeg() {
        LoopbackCall call = callWith(line("play", Map.of("url", "prompt:x", "loop", 0)));

        redirect(call);

        assertThat(call.display()).isEqualTo(Display.TALKING);
        assertThat(call.hears()).contains(Switchboard.MUSIC);
        Call record = board.call(call.leg());
        assertThat(record.run()).isEqualTo(new Call.Run(Optional.of("other"), 1, Optional.of("process-2")));
        assertThat(board.flows.ended()).isEmpty();
        assertThat(board.events.types()).containsOnlyOnce("call.redirected");
        call.hangUp();
        assertThat(board.flows.outcomes()).containsExactly("play HungUp");
    }

    @Test
    void endsWithTheOtherFlow() {
        LoopbackCall call = callWith(line("play", Map.of("url", "prompt:x", "loop", 0)));
        other = board.flows.flow("other", line("say", Map.of("text", "bye")));

        redirect(call);
        board.pass(Duration.ofSeconds(1));

        assertThat(call.display()).isEqualTo(Display.ENDED);
        assertThat(board.flows.outcomes()).containsExactly("say Done");
    }

    @Test
    void takesTheCallerOutOfTheQueueAndStopsTheRinging() {
        LoopbackCall call = callWith(line("enqueue", Map.of("queue", "sales")));
        board.engine.offerDesk().offer(ScriptedWork.offer(Switchboard.ACCOUNT, call.leg(), "WR1", AGENT));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        redirect(call);

        assertThat(ring.display()).isEqualTo(Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales", "cancel WT1");
        assertThat(call.hears()).contains(Switchboard.MUSIC);
        call.hangUp();
    }

    @Test
    void endsTheConversationAndKeepsTheCaller() {
        LoopbackCall call = callWith(line("enqueue", Map.of("queue", "sales", "record", true)));
        board.engine.offerDesk().offer(ScriptedWork.offer(Switchboard.ACCOUNT, call.leg(), "WR1", AGENT));
        agent.nextRing().orElseThrow().answer();

        redirect(call);

        assertThat(agent.isBusy()).isFalse();
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "wrapUp WT1");
        assertThat(call.display()).isEqualTo(Display.TALKING);
        assertThat(call.hears()).contains(Switchboard.MUSIC);
        call.hangUp();
    }

    @Test
    void completesTheRecordingThatTheFlowWasMaking() {
        LoopbackCall call = callWith(line("record", Map.of("beep", false, "timeout", 0)));
        board.pass(Duration.ofSeconds(3));

        redirect(call);

        assertThat(board.events.types()).contains("recording.completed");
        assertThat(board.recordings.list(Switchboard.ACCOUNT, Recordings.Filter.ofCall(call.leg()), Paging.first(9)))
                .singleElement()
                .satisfies(row -> assertThat(row.duration()).isEqualTo(Duration.ofSeconds(3)));
        call.hangUp();
    }

    @Test
    void runsTheOtherFlowWhenAnOutboundCallIsAnsweredLater() {
        FlowAddress planned = board.flows.flow("planned", line("say", Map.of("text", "hello")));
        Call made = board.engine.outbound()
                .create(new OutboundCalls.NewCall(Switchboard.ACCOUNT, Switchboard.NUMBER, AGENT, planned,
                        Duration.ofSeconds(20)));

        board.engine.outbound().redirect(Switchboard.ACCOUNT, made.id(), other);
        LoopbackCall ring = agent.nextRing().orElseThrow();
        ring.answer();

        assertThat(ring.hears()).contains(Switchboard.MUSIC);
        assertThat(board.call(made.id()).run().flowKey()).contains("other");
        ring.hangUp();
    }

    @Test
    void isRefusedForCallsThatAreOverUnknownOrDialled() {
        LoopbackCall call = callWith(line("dial", Map.of("to", AGENT)));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        assertThatThrownBy(() -> redirect(ring)).isInstanceOfSatisfying(DomainException.class,
                refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ILLEGAL_STATE));
        call.hangUp();
        assertThatThrownBy(() -> redirect(call)).isInstanceOfSatisfying(DomainException.class,
                refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> board.engine.outbound().redirect(Switchboard.ACCOUNT, "CA1", other))
                .isInstanceOfSatisfying(DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
