package org.jackfield.analytics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationHead;
import org.jackfield.analytics.conversation.Conversations;
import org.jackfield.analytics.conversation.Findings;
import org.jackfield.analytics.conversation.GivenLabel;
import org.jackfield.analytics.conversation.Origin;
import org.jackfield.analytics.conversation.Slice;
import org.jackfield.analytics.conversation.Worth;
import org.jackfield.analytics.label.PlacedLabel;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations in PostgreSQL. */
public final class JdbcConversations implements Conversations {

    private static final String WHOLE = """
            SELECT conversation.*, content.turns, content.found FROM conversation
            JOIN conversation_content content ON content.account_id = conversation.account_id
                AND content.conversation_id = conversation.id
            WHERE conversation.account_id = :account AND conversation.id = :id
            """;
    /** The first of them whatever its size, others as long as there is room. */
    private static final String STRETCH = """
            SELECT part.*, content.turns, content.found FROM (
                SELECT *, count(*) OVER () AS there, sum(characters) OVER (ORDER BY id %2$s) AS sum FROM (
                    SELECT * FROM conversation WHERE account_id = :account %1$s ORDER BY id %2$s LIMIT :limit) AS most
            ) AS part
            JOIN conversation_content content ON content.account_id = part.account_id
                AND content.conversation_id = part.id
            WHERE part.sum - part.characters < :room ORDER BY part.id %2$s
            """;
    private static final long ROOM = 2_000_000;

    private final JdbcClient jdbc;

    public JdbcConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Conversation conversation) {
        ConversationHead head = conversation.head();
        Findings.Redaction redaction = conversation.findings().redaction();
        jdbc.sql("""
                INSERT INTO conversation (account_id, id, call_id, queue_id, worker_id, flow, reference, channel, day,
                    started, duration_ms, turn_count, characters, label_version, redacted, silences, located, created)
                VALUES (:account, :id, :call, :queue, :worker, :flow, :reference, :channel, :day, :started, :duration,
                    :turns, :characters, :version, :redacted, :silences::json, :located, :created)
                """)
                .params(origin(head.origin()))
                .param("account", head.account())
                .param("id", head.id())
                .param("channel", head.channel())
                .param("day", conversation.transcript().day().orElse(null))
                .param("started", timestamp(head.started()))
                .param("duration", head.duration().toMillis())
                .param("turns", head.turns())
                .param("characters",
                        conversation.transcript().turns().stream().mapToInt(turn -> turn.text().length()).sum())
                .param("version", conversation.findings().labelVersion())
                .param("redacted", redaction.count())
                .param("silences", ContentJson.times(redaction.silences()))
                .param("located", redaction.located())
                .param("created", timestamp(head.created()))
                .update();
        insertContent(conversation);
        insertLabels(head.account(), Map.of(head.id(), conversation.findings().labels()));
    }

    private void insertContent(Conversation conversation) {
        jdbc.sql("""
                INSERT INTO conversation_content (account_id, conversation_id, turns, found)
                VALUES (:account, :id, :turns::json, :found::json)
                """)
                .param("account", conversation.account())
                .param("id", conversation.id())
                .param("turns", ContentJson.turns(conversation.transcript().turns()))
                .param("found",
                        ContentJson.found(conversation.findings().values(), conversation.findings().facts()))
                .update();
    }

    private void insertLabels(String account, Map<String, ? extends Collection<GivenLabel>> labels) {
        if (labels.values().stream().allMatch(Collection::isEmpty)) {
            return;
        }
        jdbc.sql("""
                INSERT INTO conversation_label (account_id, conversation_id, turn, label, version, by_rule, confidence,
                    evidence)
                SELECT :account, * FROM json_to_recordset(:rows::json) AS given (conversation_id text, turn integer,
                    label text, version bigint, by_rule boolean, confidence double precision, evidence json)
                """).param("account", account).param("rows", LabelJson.rows(labels)).update();
    }

    @Override
    public Optional<Conversation> find(String account, String id) {
        List<Conversation> bare = jdbc.sql(WHOLE)
                .param("account", account)
                .param("id", id)
                .query((row, index) -> conversation(row))
                .list();
        return withLabels(account, bare).stream().findFirst();
    }

    @Override
    public List<ConversationHead> list(String account, Filter filter, Slice slice) {
        StringBuilder where = new StringBuilder("account_id = :account ");
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("account", account, "limit", slice.limit()));
        narrow(where, values, "call_id = :call", filter.call());
        narrow(where, values, "queue_id = :queue", filter.queue());
        narrow(where, values, "worker_id = :worker", filter.worker());
        narrow(where, values, "started >= :from", filter.from().map(JdbcConversations::timestamp));
        narrow(where, values, "started < :before", filter.before().map(JdbcConversations::timestamp));
        narrow(where, values, "EXISTS (SELECT FROM conversation_label given WHERE given.account_id = :account "
                + "AND given.conversation_id = conversation.id AND given.label = :label", filter.label());
        where.append(filter.label().isPresent() ? ") " : "");
        narrow(where, values, slice.backwards() ? "id > :after" : "id < :after",
                Optional.of(slice.after()).filter(after -> !after.isEmpty()));
        where.append(slice.backwards() ? "ORDER BY id" : "ORDER BY id DESC");
        List<ConversationHead> read = jdbc.sql("SELECT * FROM conversation WHERE " + where + " LIMIT :limit")
                .params(values)
                .query((row, index) -> head(row))
                .list();
        return slice.backwards() ? read.reversed() : read;
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, Optional<?> value) {
        value.ifPresent(wanted -> {
            where.append("AND ").append(condition).append(' ');
            values.put(condition.substring(condition.lastIndexOf(':') + 1), wanted);
        });
    }

    @Override
    public Stretch after(String account, String id, int limit, Worth worth) {
        return stretch(account, jdbc.sql(STRETCH.formatted("AND id > :id", "")).param("id", id), limit, worth);
    }

    @Override
    public Stretch before(String account, String id, int limit, Worth worth) {
        JdbcClient.StatementSpec statement = id.isEmpty()
                ? jdbc.sql(STRETCH.formatted("", "DESC"))
                : jdbc.sql(STRETCH.formatted("AND id < :id", "DESC")).param("id", id);
        return stretch(account, statement, limit, worth);
    }

    private Stretch stretch(String account, JdbcClient.StatementSpec statement, int limit, Worth worth) {
        List<String> seen = new ArrayList<>();
        List<Conversation> bare = new ArrayList<>();
        AtomicInteger there = new AtomicInteger();
        statement.param("account", account).param("limit", limit).param("room", ROOM).query(row -> {
            seen.add(row.getString("id"));
            there.set(row.getInt("there"));
            String found = worth.looksAtValues() ? row.getString("found") : "";
            if (worth.of(row.getString("turns"), type -> ContentJson.hasType(found, type))) {
                bare.add(conversation(row));
            }
        });
        boolean more = seen.size() < there.get() || there.get() == limit;
        return new Stretch(seen.size(), seen.isEmpty() ? "" : seen.getLast(), more, withLabels(account, bare));
    }

    @Override
    public long count(String account) {
        return jdbc.sql("SELECT count(*) FROM conversation WHERE account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean delete(String account, String id) {
        return jdbc.sql("DELETE FROM conversation WHERE account_id = :account AND id = :id")
                .param("account", account)
                .param("id", id)
                .update() > 0;
    }

    @Override
    public List<ConversationHead> deleteOfCall(String account, String call, int limit) {
        return deleted(account, "call_id = :call ORDER BY id", "call", call, limit);
    }

    @Override
    public List<ConversationHead> deleteOlder(String account, Instant than, int limit) {
        return deleted(account, "started < :than ORDER BY started, id", "than", timestamp(than), limit);
    }

    private List<ConversationHead> deleted(String account, String which, String name, Object value, int limit) {
        return jdbc.sql("""
                DELETE FROM conversation WHERE account_id = :account AND id IN (
                    SELECT id FROM conversation WHERE account_id = :account AND %s LIMIT :limit)
                RETURNING *
                """.formatted(which))
                .param("account", account)
                .param(name, value)
                .param("limit", limit)
                .query((row, index) -> head(row))
                .list();
    }

    @Override
    public void relabel(String account, Range range, Set<String> names,
            Map<String, ? extends Collection<GivenLabel>> labels) {
        jdbc.sql("""
                DELETE FROM conversation_label WHERE account_id = :account AND label IN (:names)
                    AND conversation_id > :after AND conversation_id <= :last
                """)
                .param("account", account)
                .param("names", names)
                .param("after", range.after())
                .param("last", range.last())
                .update();
        insertLabels(account, labels);
    }

    /** The conversations with their labels, read by one more statement. */
    private List<Conversation> withLabels(String account, List<Conversation> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<GivenLabel>> labels = new HashMap<>();
        jdbc.sql("""
                SELECT * FROM conversation_label WHERE account_id = :account AND conversation_id IN (:ids)
                ORDER BY conversation_id, turn, label
                """)
                .param("account", account)
                .param("ids", bare.stream().map(Conversation::id).toList())
                .query(row -> {
                    labels.computeIfAbsent(row.getString("conversation_id"), none -> new ArrayList<>())
                            .add(label(row));
                });
        return bare.stream().map(one -> with(one, labels.getOrDefault(one.id(), List.of()))).toList();
    }

    private static Conversation with(Conversation bare, List<GivenLabel> labels) {
        Findings found = bare.findings();
        return new Conversation(bare.head(), bare.transcript(),
                new Findings(found.values(), found.facts(), labels, found.labelVersion(), found.redaction()));
    }

    private static GivenLabel label(ResultSet row) throws SQLException {
        PlacedLabel bare = new PlacedLabel(row.getString("label"), row.getInt("turn"), row.getBoolean("by_rule"),
                row.getDouble("confidence"), List.of(), List.of());
        return new GivenLabel(LabelJson.placed(bare, row.getString("evidence")), row.getLong("version"));
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        List<Turn> turns = ContentJson.turns(row.getString("turns"));
        ContentJson.Found found = ContentJson.found(row.getString("found"));
        Findings.Redaction redaction = new Findings.Redaction(row.getInt("redacted"),
                ContentJson.times(row.getString("silences")), row.getBoolean("located"));
        return new Conversation(head(row),
                new Transcript(row.getString("id"), Optional.ofNullable(row.getObject("day", LocalDate.class)), turns),
                new Findings(found.values(), found.facts(), List.of(), row.getLong("label_version"), redaction));
    }

    private static ConversationHead head(ResultSet row) throws SQLException {
        return new ConversationHead(row.getString("account_id"), row.getString("id"), origin(row),
                row.getString("channel"), instant(row, "started"), Duration.ofMillis(row.getLong("duration_ms")),
                row.getInt("turn_count"), instant(row, "created"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(text(row, "call_id"), text(row, "queue_id"), text(row, "worker_id"), text(row, "flow"),
                text(row, "reference"));
    }

    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("call", origin.call().orElse(null));
        columns.put("queue", origin.queue().orElse(null));
        columns.put("worker", origin.worker().orElse(null));
        columns.put("flow", origin.flow().orElse(null));
        columns.put("reference", origin.reference().orElse(null));
        return columns;
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
