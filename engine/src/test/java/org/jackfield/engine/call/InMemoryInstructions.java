package org.jackfield.engine.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** The instruction rows in memory; {@code calls} tells which node holds a call. */
public final class InMemoryInstructions implements Instructions {

    private static final class Row {
        final Instruction instruction;
        final Instant issued;
        Optional<InstructionOutcome> outcome = Optional.empty();
        boolean withdrawn;

        Row(Instruction instruction, Instant issued) {
            this.instruction = instruction;
            this.issued = issued;
        }

        boolean isOpen() {
            return outcome.isEmpty() && !withdrawn;
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Calls calls;

    public InMemoryInstructions(Calls calls) {
        this.calls = calls;
    }

    @Override
    public synchronized void insert(Instruction instruction, Instant now) {
        rows.put(instruction.id(), new Row(instruction, now));
    }

    @Override
    public synchronized boolean complete(AccountId account, String id, InstructionOutcome outcome, Instant now) {
        Optional<Row> open = openRow(account, id);
        open.ifPresent(row -> row.outcome = Optional.of(outcome));
        return open.isPresent();
    }

    @Override
    public synchronized Optional<Instruction> withdraw(AccountId account, String id, Instant now) {
        Optional<Row> open = openRow(account, id);
        open.ifPresent(row -> row.withdrawn = true);
        return open.map(row -> row.instruction);
    }

    @Override
    public synchronized List<Instruction> open(AccountId account, String callId) {
        return rows.values()
                .stream()
                .filter(row -> row.isOpen() && row.instruction.account().equals(account)
                        && row.instruction.callId().equals(callId))
                .map(row -> row.instruction)
                .toList();
    }

    @Override
    public synchronized List<Instruction> openOn(String node, long incarnation, Instant issuedBefore, int limit) {
        return rows.values()
                .stream()
                .filter(row -> row.isOpen() && row.issued.isBefore(issuedBefore))
                .filter(row -> calls.find(row.instruction.account(), row.instruction.callId())
                        .filter(call -> call.placement().node().equals(node)
                                && call.placement().incarnation() == incarnation)
                        .isPresent())
                .map(row -> row.instruction)
                .limit(limit)
                .toList();
    }

    /** The outcome of the row, for tests to read. */
    public synchronized Optional<InstructionOutcome> outcome(String id) {
        return Optional.ofNullable(rows.get(id)).flatMap(row -> row.outcome);
    }

    private Optional<Row> openRow(AccountId account, String id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.instruction.account().equals(account) && row.isOpen());
    }
}
