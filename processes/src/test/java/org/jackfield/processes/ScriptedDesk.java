package org.jackfield.processes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** Keeps what flows tell their calls; a test says what came of it. */
final class ScriptedDesk implements InstructionDesk {

    private final AtomicInteger counter = new AtomicInteger();
    private final List<Instruction> issued = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final UnitOfWork unit;

    ScriptedDesk(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public String issue(Request request) {
        String id = "IN%032x".formatted(counter.incrementAndGet());
        Instruction instruction = new Instruction(request.account(), id, request.callId(), request.name(),
                request.parameters(), request.element(), request.executionId());
        unit.afterCommit(() -> issued.add(instruction));
        return id;
    }

    @Override
    public void withdraw(AccountId account, String instructionId) {
        unit.afterCommit(() -> issued.removeIf(instruction -> instruction.id().equals(instructionId)));
    }

    @Override
    public void flowEnded(AccountId account, String callId, Ending ending) {
        unit.afterCommit(() -> ended.add(ending.endEvent()));
    }

    @Override
    public void flowFailed(AccountId account, String callId, Failure failure) {
        unit.afterCommit(() -> failed.add(failure.element() + ": " + failure.detail()));
    }

    Instruction last() {
        return issued.getLast();
    }

    List<String> ended() {
        return ended;
    }

    List<String> failed() {
        return failed;
    }
}
