package org.jackfield.engine.fault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.store.JsonColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the event table as the checker reads it: with nothing of the product's code but the way to read JSON. */
record WorkEvent(String key, long seq, long position, String type, Instant time, String item, String reservation,
        String worker) {

    /** All events of work items, in the order of the stream. */
    static List<WorkEvent> readAll(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT key, seq, coalesce(position, -1) AS position, type, time, data::text AS data FROM event
                WHERE type LIKE 'work-item.%' OR type LIKE 'reservation.%' ORDER BY position, key, seq
                """).query((row, _) -> {
            Map<String, ?> data = JsonColumn.read(row.getString("data"));
            return new WorkEvent(row.getString("key"), row.getLong("seq"), row.getLong("position"),
                    row.getString("type"), row.getTimestamp("time").toInstant(), text(data, "workItem"),
                    text(data, "reservation"), text(data, "worker"));
        }).list();
    }

    boolean isOfReservation() {
        return type.startsWith("reservation.");
    }

    private static String text(Map<String, ?> data, String name) {
        return data.get(name) instanceof String text ? text : "";
    }
}
