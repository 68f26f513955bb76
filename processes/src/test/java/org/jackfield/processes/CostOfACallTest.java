package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jackfield.engine.call.run.CallCensus;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.store.CountingDataSource;
import org.jackfield.engine.store.CountingDataSource.Asked;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one call asks of the database: answer, a short sound, hang up. A number that grows is a decision, not an accident: who
 * changes it here changes {@code docs/explanation/cost-of-a-call.md} as well.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostOfACallTest {

    /** Threads that drain mailboxes; what the relay and the sweeps ask is shared by all calls. */
    private static final String CALLS = "call-";
    private static final Pattern OURS = Pattern
            .compile("(SELECT \\* FROM|INSERT INTO|UPDATE) (incoming_number|account|call|instruction) ");
    private static final int BRIEF = 110;

    @SuppressWarnings("NullAway.Init")
    private CountingDataSource database;
    @SuppressWarnings("NullAway.Init")
    private CallCenter center;

    @BeforeAll
    void open(@TempDir Path folder, DatabaseAccess access, HikariDataSource pool) throws IOException {
        database = new CountingDataSource(pool);
        center = CallCenter.start(folder, access,
                context -> context.registerBean("counted", DataSource.class, () -> database));
        center.context.getBean(FlowEngine.class)
                .processEngine()
                .getRepositoryService()
                .createDeployment()
                .tenantId(CallCenter.ACCOUNT.value())
                .addString("short-call.bpmn", model())
                .deploy();
        center.openAccount("short-call");
        call();
        call();
    }

    @AfterAll
    void close() {
        center.close();
    }

    private static String model() throws IOException {
        try (InputStream text = CostOfACallTest.class.getResourceAsStream("/short-call.bpmn")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void asksTheDatabaseNoMoreThanIsKnown(TestReporter reporter) {
        database.clear();

        call();

        List<String> asked = asked();
        reporter.publishEntry("asked", asked.stream().map(CostOfACallTest::brief).collect(Collectors.joining("\n")));
        assertThat(asked).as("transactions: start, answer, end of the sound, hang up, end")
                .filteredOn("commit"::equals)
                .hasSize(5);
        assertThat(asked).as("one statement a transaction writes its events")
                .filteredOn(text -> text.contains("event_key"))
                .hasSize(5);
        assertThat(asked).as("a savepoint and its release where a model may fail")
                .filteredOn(text -> text.contains("Savepoint"))
                .hasSize(6);
        assertThat(asked).as("reads and writes of our own rows").filteredOn(CostOfACallTest::isOurs).hasSize(2 + 9);
        assertThat(asked).as("round trips").hasSizeLessThanOrEqualTo(51);
    }

    @Test
    void readsWithoutATransactionWhatNobodyWrites() {
        database.clear();

        call();

        List<String> asked = asked();
        assertThat(asked.subList(0, 2)).allMatch(text -> text.startsWith("SELECT"));
        assertThat(asked).noneMatch(text -> text.contains("pg_current_xact_id_if_assigned"));
    }

    /** Without the sweep for lost instructions, which runs on such a thread every two seconds for all calls together. */
    private List<String> asked() {
        return database.askedBy(CALLS)
                .stream()
                .map(Asked::text)
                .filter(text -> !text.contains("FROM call JOIN instruction"))
                .toList();
    }

    private static boolean isOurs(String text) {
        return OURS.matcher(text).lookingAt();
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), BRIEF));
    }

    private void call() {
        LoopbackCall call = center.network.phone("+15550101").call(CallCenter.NUMBER);
        await().atMost(Duration.ofSeconds(30)).until(() -> call.display() == Display.ENDED);
        await().until(() -> center.context.getBean(CallEngine.class).census().equals(new CallCensus(0, 0, 0)));
    }
}
