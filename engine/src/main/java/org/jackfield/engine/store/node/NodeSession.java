package org.jackfield.engine.store.node;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.node.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A connection that this node keeps for itself. Its heartbeat passes a full pool on it, and it holds the node's witness: a lock
 * that the database frees the moment it sees the connection end. Belongs to one thread.
 */
final class NodeSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSession.class);

    private final DataSource database;
    private Optional<SingleConnectionDataSource> connection = Optional.empty();
    private @Nullable NodeId witnessed;

    NodeSession(DataSource database) {
        this.database = database;
    }

    /** The statements on this session, opened anew where it was lost, with the witness of this incarnation held. */
    NodeTable table(NodeId self) {
        NodeTable table = new NodeTable(opened());
        if (!self.equals(witnessed)) {
            if (witnessed != null) {
                table.releaseWitness(witnessed);
            }
            witnessed = table.witness(self) ? self : null;
        }
        return table;
    }

    /** Ends it; the next use opens another. */
    @Override
    public void close() {
        connection.ifPresent(this::end);
        connection = Optional.empty();
        witnessed = null;
    }

    /** The connection of a pool lives on, and would go on bearing witness. */
    private void end(SingleConnectionDataSource held) {
        try {
            if (witnessed != null) {
                new NodeTable(held).releaseWitness(witnessed);
            }
        } catch (DataAccessException e) {
            LOG.debug("the node's own session was lost", e);
        } finally {
            held.destroy();
        }
    }

    private DataSource opened() {
        if (connection.isEmpty()) {
            try {
                connection = Optional.of(new SingleConnectionDataSource(database.getConnection(), true));
            } catch (SQLException e) {
                throw new CannotGetJdbcConnectionException("the node's own session cannot be opened", e);
            }
        }
        return connection.orElseThrow();
    }
}
