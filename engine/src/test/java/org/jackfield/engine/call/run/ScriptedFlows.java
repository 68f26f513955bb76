package org.jackfield.engine.call.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.InstructionDesk.Ending;
import org.jackfield.engine.call.InstructionDesk.Request;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/** Flows as lists of instructions that run one after the other, and end when one has another outcome than done. */
final class ScriptedFlows implements FlowRuns {

    record Line(String name, Map<String, ?> parameters) {}

    record Ended(Instruction instruction, InstructionOutcome outcome) {}

    private static final class Run {
        final AccountId account;
        final String callId;
        final String instance;
        final List<Line> left;
        String current = "";

        Run(Start start, String instance, List<Line> left) {
            account = start.account();
            callId = start.callId();
            this.instance = instance;
            this.left = new ArrayList<>(left);
        }
    }

    private final Map<String, List<Line>> flows = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<InstructionOutcome> told = new ArrayList<>();
    private Optional<InstructionDesk> desk = Optional.empty();
    private Optional<RuntimeException> nextResumeFails = Optional.empty();
    private int started;

    void use(InstructionDesk newDesk) {
        desk = Optional.of(newDesk);
    }

    static Line line(String name, Map<String, ?> parameters) {
        return new Line(name, parameters);
    }

    FlowAddress flow(String key, Line... lines) {
        flows.put(key, List.of(lines));
        return new FlowAddress(key, OptionalInt.empty());
    }

    /** The next resumption is rolled back by this. */
    void failNextResume(RuntimeException failure) {
        nextResumeFails = Optional.of(failure);
    }

    @Override
    public synchronized Started start(Start start) {
        List<Line> lines = flows.get(start.flow().key());
        if (lines == null) {
            throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "no flow " + start.flow());
        }
        started++;
        Run run = new Run(start, "process-" + started, lines);
        runs.put(start.callId(), run);
        step(run);
        return new Started(run.instance, start.flow().key(), 1);
    }

    @Override
    public synchronized void resume(Instruction instruction, InstructionOutcome outcome) {
        Optional<RuntimeException> failure = nextResumeFails;
        nextResumeFails = Optional.empty();
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        ended.add(new Ended(instruction, outcome));
        Run run = runs.get(instruction.callId());
        if (run == null || !run.current.equals(instruction.id())) {
            return;
        }
        if (!(outcome instanceof InstructionOutcome.Done)) {
            run.left.clear();
        }
        step(run);
    }

    @Override
    public synchronized void callEnded(AccountId account, String processInstanceId, InstructionOutcome ending) {
        told.add(ending);
    }

    @Override
    public synchronized void leave(AccountId account, String processInstanceId) {
        runs.values().stream().filter(run -> run.instance.equals(processInstanceId)).findFirst().ifPresent(run -> {
            desk.orElseThrow().withdraw(account, run.current);
            run.left.clear();
            step(run);
        });
    }

    /** What the instructions ended with, in order. */
    synchronized List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** The outcomes by the instructions' names. */
    synchronized List<String> outcomes() {
        return ended.stream()
                .map(end -> end.instruction().name() + " " + end.outcome().getClass().getSimpleName())
                .toList();
    }

    synchronized List<InstructionOutcome> told() {
        return List.copyOf(told);
    }

    synchronized int running() {
        return runs.size();
    }

    private void step(Run run) {
        if (run.left.isEmpty()) {
            runs.remove(run.callId);
            desk.orElseThrow().flowEnded(run.account, run.callId, new Ending(run.instance, "end"));
        } else {
            Line line = run.left.removeFirst();
            run.current = desk.orElseThrow()
                    .issue(new Request(run.account, run.callId, line.name(), line.parameters(), "element", "x"));
        }
    }
}
