package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.Call.Run;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InMemoryCalls;
import org.jackfield.engine.call.InMemoryInstructions;
import org.jackfield.engine.call.InMemoryRecordings;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome.Lost;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of calls when a node dies, and how a node stops. */
class CallRecoveryTest {

    @TempDir
    Path folder;

    private Switchboard board;
    private final List<String> byes = new ArrayList<>();

    @BeforeEach
    void open() {
        board = new Switchboard(folder);
    }

    @Test
    void endsTheCallsOfOlderStartsTruly() {
        left("CA1", true, true);
        left("CA2", false, true);
        Instruction waiting = new Instruction(Switchboard.ACCOUNT, "IN1", "CA1", "gather", Map.of(), "e", "x");
        board.stores.instructions().insert(waiting, board.clock.instant());

        int ended = board.engine.recovery((leg, dialog) -> byes.add(leg + " " + dialog.text()))
                .recover(new NodeId("node", 1));

        assertThat(ended).isEqualTo(2);
        assertThat(board.call("CA1").status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(board.call("CA2").status()).isEqualTo(CallStatus.FAILED);
        assertThat(board.legs()).extracting(Call::endCause).containsOnly(Optional.of(EndCause.NODE_LOST));
        assertThat(board.flows.ended()).containsExactly(new ScriptedFlows.Ended(waiting, new Lost()));
        assertThat(board.flows.told()).containsExactly(new Lost());
        assertThat(byes).containsExactly("CA1 dialog");
    }

    @Test
    void endsACallAlthoughATimerOfItsFlowWasFirst() {
        InMemoryCalls calls = new InMemoryCalls();
        SecondRunConflicts unit = new SecondRunConflicts();
        board = new Switchboard(folder, new CallStores(unit, calls, new InMemoryInstructions(calls),
                new InMemoryRecordings(), new RecordingEventLog()));
        left("CA1", true, false);
        unit.armed = true;

        board.engine.recovery((leg, _) -> byes.add(leg)).recover(new NodeId("node", 1));

        assertThat(unit.armed).isFalse();
        assertThat(board.call("CA1").endCause()).contains(EndCause.NODE_LOST);
        assertThat(byes).containsExactly("CA1");
    }

    /** The first run reads what is left, the second one ends a call. */
    private static final class SecondRunConflicts implements UnitOfWork {

        private final DirectUnitOfWork direct = new DirectUnitOfWork();
        private boolean armed;
        private int runs;

        @Override
        public <T> T run(Supplier<T> work) {
            if (armed && ++runs == 2) {
                armed = false;
                throw new ConflictException("planted");
            }
            return direct.run(work);
        }

        @Override
        public void afterCommit(Runnable effect) {
            direct.afterCommit(effect);
        }
    }

    @Test
    void endsRecordingsWithWhatLiesOnDiskOrAsAbsent() throws IOException {
        left("CA1", true, true);
        inProgress("RE1");
        inProgress("RE2");
        byte[] wav = new byte[44 + 2 * 2 * 8_000];
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x46464952).putShort(22, (short) 2);
        Files.write(folder.resolve("RE1.wav"), wav);

        board.engine.recovery((leg, _) -> byes.add(leg)).recover(new NodeId("node", 1));

        assertThat(recording("RE1").status()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(recording("RE1").duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(recording("RE2").status()).isEqualTo(Recording.Status.ABSENT);
        assertThat(board.events.types()).filteredOn("recording.completed"::equals).hasSize(2);
    }

    @Test
    void leavesRecordingsOfThisStartAlone() {
        board.assign(line("answer", Map.of()), line("record", Map.of("beep", false)));
        board.phone("+15550199").call(Switchboard.NUMBER);

        board.engine.recovery((leg, _) -> byes.add(leg)).recover(new NodeId("node", 1));

        assertThat(board.recordings.inProgress(Optional.empty(), 10)).hasSize(1);
    }

    private void inProgress(String id) {
        board.recordings.save(new Recording(Switchboard.ACCOUNT, id, "CA1", Optional.empty(),
                Recording.Status.IN_PROGRESS, id + ".wav", Duration.ZERO, 2, board.clock.instant()));
    }

    private Recording recording(String id) {
        return board.recordings.find(Switchboard.ACCOUNT, id).orElseThrow();
    }

    @Test
    void leavesTheCallsOfThisStartAlone() {
        board.assign(line("answer", Map.of()), line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        board.engine.nodeOver(new NodeId("node", 1), (leg, _) -> byes.add(leg));

        assertThat(call.display()).isEqualTo(Display.TALKING);
        assertThat(byes).isEmpty();
    }

    @Test
    void endsTheLegsHereWhenAnotherNodeEndedTheirRecords() {
        board.assign(line("answer", Map.of()), line("gather", Map.of("numDigits", 1)));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);
        board.engine.recovery((leg, _) -> byes.add(leg)).recover(new NodeId("node", 2));

        call.hangUp();

        assertThat(board.call(call.leg()).endCause()).contains(EndCause.NODE_LOST);
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.admitted).isEmpty();
    }

    @Test
    void drainsByEndingTheCallsThatAreLeftAndRefusingNewOnes() {
        board.assign(line("answer", Map.of()), line("pause", Map.of("length", "PT1H")));
        LoopbackCall call = board.phone("+15550199").call(Switchboard.NUMBER);

        board.engine.drain(Duration.ZERO);

        assertThat(call.display()).isEqualTo(Display.ENDED);
        assertThat(board.flows.outcomes()).containsExactly("answer Done", "pause HungUp");
        assertThat(board.phone("+15550198").call(Switchboard.NUMBER).refusal()).contains(Refusal.NO_CAPACITY);
    }

    private void left(String id, boolean answered, boolean withFlow) {
        Call queued = Call.queued(Switchboard.ACCOUNT, id,
                new Parties(CallDirection.INBOUND, "+1", "+2", Optional.empty()), new Placement("node", 1),
                board.clock.instant());
        Call running = withFlow ? queued.running(new Run(Optional.of("flow"), 1, Optional.of("p-" + id))) : queued;
        board.calls.insert(answered
                ? running.answered(board.clock.instant(), Optional.of(new DialogIdentity("dialog"))).orElseThrow()
                : running);
    }
}
