package org.jackfield.engine.store.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.node.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of the {@code node} table. Times are the database's, so that clocks of nodes do not matter. */
final class NodeTable {

    /** A row: the last incarnation of a node. */
    record Row(NodeId id, boolean alive) {}

    /** Keeps the numbers of our advisory locks apart from those of others. */
    private static final String WITNESS = "jackfield node ";

    private final JdbcClient jdbc;

    NodeTable(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** A new incarnation of the name. */
    NodeId register(String name) {
        return new NodeId(name, jdbc.sql("""
                INSERT INTO node AS n (name, incarnation, alive, seen_at) VALUES (:name, 1, true, clock_timestamp())
                ON CONFLICT (name) DO UPDATE
                SET incarnation = n.incarnation + 1, alive = true, seen_at = clock_timestamp()
                RETURNING incarnation
                """).param("name", name).query(Long.class).single());
    }

    /** Shows that it lives; false when it was declared lost or followed by another. */
    boolean beat(NodeId self) {
        return change(self, "seen_at = clock_timestamp()") == 1;
    }

    void end(NodeId self) {
        change(self, "alive = false");
    }

    private int change(NodeId self, String what) {
        return jdbc.sql("UPDATE node SET " + what + " WHERE name = :name AND incarnation = :incarnation AND alive")
                .param("name", self.name())
                .param("incarnation", self.incarnation())
                .update();
    }

    /** Declares those lost that were silent for longer than the lease. */
    void declareLost(NodeId self, Duration lease) {
        jdbc.sql("""
                UPDATE node SET alive = false
                WHERE alive AND name <> :self AND seen_at < clock_timestamp() - make_interval(secs => :seconds)
                """).param("self", self.name()).param("seconds", lease.toMillis() / 1e3).update();
    }

    /** Declares the one lost, if it is still that incarnation. */
    void declareLost(NodeId node) {
        change(node, "alive = false");
    }

    /** Holds the node's witness for as long as this session lives; false when another session holds it. */
    boolean witness(NodeId self) {
        return ask("SELECT pg_try_advisory_lock(hashtextextended(:node, 0))", self);
    }

    void releaseWitness(NodeId self) {
        ask("SELECT pg_advisory_unlock(hashtextextended(:node, 0))", self);
    }

    /** Whether the session of that incarnation lives, as far as the database can see. */
    boolean isWitnessed(NodeId node) {
        return !ask("SELECT pg_try_advisory_xact_lock_shared(hashtextextended(:node, 0))", node);
    }

    private boolean ask(String sql, NodeId node) {
        return jdbc.sql(sql).param("node", WITNESS + node).query(Boolean.class).single();
    }

    List<Row> all() {
        return jdbc.sql("SELECT name, incarnation, alive FROM node ORDER BY name")
                .query((row, number) -> new Row(new NodeId(row.getString("name"), row.getLong("incarnation")),
                        row.getBoolean("alive")))
                .list();
    }

    Optional<Boolean> isAlive(NodeId node) {
        return jdbc.sql("SELECT alive FROM node WHERE name = :name AND incarnation = :incarnation")
                .param("name", node.name())
                .param("incarnation", node.incarnation())
                .query(Boolean.class)
                .optional();
    }
}
