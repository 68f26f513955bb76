package org.jackfield.engine.store.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.presence.PresenceWorld;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.node.JdbcNodes;
import org.jackfield.engine.store.node.NodeOptions;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes with real heartbeats on one database. What each reads is committed truth, not a copy. */
@ExtendWith(PostgresExtension.class)
class PresenceAcrossNodesTest {

    private static final Duration LEASE = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Wish USUAL = new Wish(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Clock CLOCK = Clock.systemUTC();

    private final DataSource database;
    private final DataSource sessions;
    private final UnitOfWork unit;

    PresenceAcrossNodesTest(DataSource database, DatabaseAccess access, UnitOfWork unit) {
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setUrl(access.url());
        own.setUser(access.user());
        own.setPassword(access.password());
        this.database = database;
        this.sessions = own;
        this.unit = unit;
        JdbcClient.create(database).sql("TRUNCATE node").update();
    }

    @Test
    void losesTheClientsOfANodeThatFellSilent() {
        JdbcNodes silent = node("a", LEASE);
        try (JdbcNodes watcher = node("b", LEASE)) {
            watcher.start();
            PresenceWorld there = JdbcPresence.emptied(database, unit, CLOCK, watcher);
            there.at(silent).clients().register(there.grant("alice"), USUAL);
            assertThat(there.presence("alice").reachable()).isTrue();

            await().atMost(PATIENCE).until(() -> !there.presence("alice").reachable());

            assertThat(watcher.isAlive(silent.self())).isFalse();
            there.clients().register(there.grant("alice"), USUAL);
            assertThat(there.presence("alice").reachable()).isTrue();
        }
    }

    @Test
    void losesThemLongBeforeTheLeaseEndsWhenTheNodeCrashedAndTheClusterSaysSo() {
        Duration hours = Duration.ofMinutes(10);
        try (JdbcNodes watcher = node("b", hours)) {
            watcher.start();
            JdbcNodes crashed = node("a", hours);
            PresenceWorld there = JdbcPresence.emptied(database, unit, CLOCK, watcher);
            there.at(crashed).clients().register(there.grant("alice"), USUAL);
            assertThat(there.presence("alice").reachable()).isTrue();

            watcher.suspect(crashed.self());

            await().atMost(PATIENCE).until(() -> !there.presence("alice").reachable());
        }
    }

    @Test
    void removesAndTellsWhatWentWithANodeOnceTheDebounceIsOver() {
        try (JdbcNodes watcher = node("b", LEASE)) {
            PresenceWorld there = JdbcPresence.emptied(database, unit, CLOCK, watcher);
            NodeId gone;
            try (JdbcNodes stopping = node("a", LEASE)) {
                gone = stopping.self();
                there.at(stopping).clients().register(there.grant("alice"), USUAL);
                there.told();
            }
            watcher.start();
            there.news().start();

            await().atMost(PATIENCE).until(() -> there.told().contains("alice available>offline false"));

            assertThat(watcher.isAlive(gone)).isFalse();
            assertThat(JdbcClient.create(database)
                    .sql("SELECT count(*) FROM client_registration")
                    .query(Long.class)
                    .single()).isZero();
            there.news().close();
        }
    }

    private JdbcNodes node(String name, Duration lease) {
        return new JdbcNodes(database, sessions, name, new NodeOptions(lease), CLOCK);
    }
}
