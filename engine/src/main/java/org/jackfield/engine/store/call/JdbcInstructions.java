package org.jackfield.engine.store.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.Instructions;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instruction rows in PostgreSQL. The first outcome wins by {@code WHERE outcome IS NULL}. */
public final class JdbcInstructions implements Instructions {

    private static final String WITHDRAWN = "withdrawn";

    private final JdbcClient jdbc;

    public JdbcInstructions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Instruction instruction, Instant now) {
        jdbc.sql("""
                INSERT INTO instruction (account_id, id, call_id, name, parameters, element, execution_id, issued)
                VALUES (:account, :id, :call, :name, :parameters::jsonb, :element, :execution, :issued)
                """)
                .param("account", instruction.account().value())
                .param("id", instruction.id())
                .param("call", instruction.callId())
                .param("name", instruction.name())
                .param("parameters", JsonColumn.write(instruction.parameters()))
                .param("element", instruction.element())
                .param("execution", instruction.executionId())
                .param("issued", Rows.timestamp(now))
                .update();
    }

    @Override
    public boolean complete(AccountId account, String id, InstructionOutcome outcome, Instant now) {
        return jdbc.sql("""
                UPDATE instruction SET outcome = :outcome, result = :result::jsonb, completed = :now
                WHERE account_id = :account AND id = :id AND outcome IS NULL
                """)
                .param("account", account.value())
                .param("id", id)
                .param("outcome", outcome.word())
                .param("result", JsonColumn.write(OutcomeColumn.result(outcome)))
                .param("now", Rows.timestamp(now))
                .update() == 1;
    }

    @Override
    public Optional<Instruction> withdraw(AccountId account, String id, Instant now) {
        return jdbc.sql("""
                UPDATE instruction SET outcome = :outcome, completed = :now
                WHERE account_id = :account AND id = :id AND outcome IS NULL
                RETURNING *
                """)
                .param("account", account.value())
                .param("id", id)
                .param("outcome", WITHDRAWN)
                .param("now", Rows.timestamp(now))
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<Instruction> open(AccountId account, String callId) {
        return jdbc
                .sql("""
                        SELECT * FROM instruction WHERE account_id = :account AND call_id = :call AND outcome IS NULL ORDER BY id
                        """)
                .param("account", account.value())
                .param("call", callId)
                .query((row, index) -> read(row))
                .list();
    }

    @Override
    public List<Instruction> openOn(String node, long incarnation, Instant issuedBefore, int limit) {
        return jdbc.sql("""
                SELECT instruction.* FROM call JOIN instruction
                    ON instruction.account_id = call.account_id AND instruction.call_id = call.id
                WHERE call.node = :node AND call.incarnation = :incarnation AND call.ended IS NULL
                    AND instruction.outcome IS NULL AND instruction.issued < :before
                ORDER BY instruction.id LIMIT :limit
                """)
                .param("node", node)
                .param("incarnation", incarnation)
                .param("before", Rows.timestamp(issuedBefore))
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    private static Instruction read(ResultSet row) throws SQLException {
        return new Instruction(Rows.account(row), row.getString("id"), row.getString("call_id"), row.getString("name"),
                Rows.json(row, "parameters"), row.getString("element"), row.getString("execution_id"));
    }
}
