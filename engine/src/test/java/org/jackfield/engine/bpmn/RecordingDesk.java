package org.jackfield.engine.bpmn;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Hears what the engine asks for; an instruction counts once its transaction committed, as in the product. */
final class RecordingDesk implements InstructionDesk {

    private final UnitOfWork unit;
    private final AtomicInteger counter = new AtomicInteger();
    private final List<Instruction> handedOut = new CopyOnWriteArrayList<>();
    private final List<String> withdrawn = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    RecordingDesk(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public String issue(Request request) {
        String id = "IN%032x".formatted(counter.incrementAndGet());
        Instruction instruction = new Instruction(request.account(), id, request.callId(), request.name(),
                request.parameters(), request.element(), request.executionId());
        unit.afterCommit(() -> handedOut.add(instruction));
        return id;
    }

    @Override
    public void withdraw(AccountId account, String instructionId) {
        unit.afterCommit(() -> withdrawn.add(instructionId));
    }

    @Override
    public void flowEnded(AccountId account, String callId, Ending ending) {
        unit.afterCommit(() -> ended.add(callId + " " + ending.endEvent()));
    }

    @Override
    public void flowFailed(AccountId account, String callId, Failure failure) {
        unit.afterCommit(() -> failed.add(failure.element() + ": " + failure.detail()));
    }

    Instruction last() {
        return handedOut.getLast();
    }

    List<String> names() {
        return handedOut.stream().map(Instruction::name).toList();
    }

    List<Instruction> handedOut() {
        return handedOut;
    }

    List<String> withdrawn() {
        return withdrawn;
    }

    List<String> ended() {
        return ended;
    }

    List<String> failed() {
        return failed;
    }
}
