package org.jackfield.engine.checker;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.checker.Ledger.Fact;
import org.jackfield.engine.checker.Ledger.Instance;
import org.jackfield.engine.checker.Ledger.Item;
import org.jackfield.engine.checker.Ledger.Leg;
import org.jackfield.engine.checker.Ledger.Order;
import org.jackfield.engine.checker.Ledger.Reservation;
import org.jackfield.engine.checker.Ledger.Rows;
import org.jackfield.engine.checker.Ledger.Tape;
import org.jackfield.engine.checker.Ledger.Told;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a ledger out of the tables, over plain JDBC, in one transaction that sees one moment. */
public final class LedgerReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    @FunctionalInterface
    private interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }

    private LedgerReader() {}

    /** Reads everything; the connection is left as it was. */
    public static Ledger read(Connection connection, Told told) throws SQLException {
        connection.setAutoCommit(false);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Ledger(facts(connection), rows(connection), told);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** How many events wait for their position. */
    public static long unplaced(Connection connection) throws SQLException {
        return list(connection, "SELECT count(*) FROM event WHERE position IS NULL", row -> row.getLong(1)).getFirst();
    }

    private static List<Fact> facts(Connection connection) throws SQLException {
        return list(connection, "SELECT account_id, key, seq, coalesce(position, 0), type, data FROM event",
                row -> new Fact(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5),
                        JSON.readValue(row.getString(6), MAP)));
    }

    private static Rows rows(Connection connection) throws SQLException {
        return new Rows(
                list(connection,
                        "SELECT account_id, id, parent_id, from_address, status, node || ':' || incarnation FROM call",
                        row -> new Leg(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)),
                                row.getString(4), row.getString(5), row.getString(6))),
                list(connection, "SELECT account_id, id, subject, state FROM work_item",
                        row -> new Item(row.getString(1), row.getString(2), row.getString(3), row.getString(4))),
                list(connection, "SELECT id, work_item_id, worker_id, medium, state FROM reservation",
                        row -> new Reservation(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                                row.getString(5))),
                list(connection, "SELECT id, call_id, outcome IS NULL FROM instruction",
                        row -> new Order(row.getString(1), row.getString(2), row.getBoolean(3))),
                list(connection, "SELECT id, call_id, status FROM recording",
                        row -> new Tape(row.getString(1), row.getString(2), row.getString(3))),
                list(connection,
                        "SELECT id_, coalesce(business_key_, '') FROM act_ru_execution WHERE parent_id_ IS NULL",
                        row -> new Instance(row.getString(1), row.getString(2))),
                Set.copyOf(list(connection, "SELECT name || ':' || incarnation FROM node WHERE alive",
                        row -> row.getString(1))));
    }

    private static <R> List<R> list(Connection connection, String sql, Row<R> row) throws SQLException {
        List<R> list = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                list.add(row.of(rows));
            }
        }
        return list;
    }
}
