package org.jackfield.engine.bpmn;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.FlowRuns.Started;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An engine on a real database, with a desk and an event log that record; calls are one-liners. */
final class FlowFixture implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");

    private static final AtomicInteger CALLS = new AtomicInteger();

    final SettableClock clock = new SettableClock();
    final RecordingEventLog events = new RecordingEventLog();
    final UnitOfWork unit;
    final RecordingDesk desk;
    final FlowEngine engine;
    final FlowRuns runs;

    FlowFixture(DataSource dataSource) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        unit = new TransactionalUnitOfWork(transactions);
        desk = new RecordingDesk(unit);
        engine = FlowEngine.build(FlowEngineSettings.of("test"),
                new FlowEngine.Surroundings(dataSource, transactions, clock),
                InstructionCatalog.standard().definitions(),
                new FlowPorts(() -> desk, () -> events, () -> (account, who) -> present(account, who)));
        runs = new BpmnFlowRuns(engine);
    }

    /** Ada can be reached, in this account; nobody can say so of a number. */
    private static Optional<Map<String, Object>> present(AccountId account, String who) {
        return who.startsWith("+")
                ? Optional.empty()
                : Optional.of(Map.of("status",
                        account.equals(ACCOUNT) && who.equals("client:ada") ? "available" : "offline"));
    }

    RepositoryService repository() {
        return engine.processEngine().getRepositoryService();
    }

    FlowFixture shipped(BpmnModelInstance model) {
        repository().createDeployment().addModelInstance("shipped.bpmn", model).deploy();
        return this;
    }

    FlowFixture deployed(AccountId account, BpmnModelInstance model) {
        repository().createDeployment().tenantId(account.value()).addModelInstance("own.bpmn", model).deploy();
        return this;
    }

    Started call(String key) {
        String callId = "CA%032x".formatted(CALLS.incrementAndGet());
        return unit.run(() -> runs.start(new FlowRuns.Start(ACCOUNT, callId, FlowAddress.parse("flow:" + key),
                Map.of("id", callId, "from", "+15550100", "to", "+15550101"))));
    }

    /** The last instruction that was handed out gets its outcome. */
    void outcome(InstructionOutcome outcome) {
        unit.run(() -> runs.resume(desk.last(), outcome));
    }

    boolean isRunning(Started started) {
        return engine.processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.processInstanceId())
                .count() == 1;
    }

    @Override
    public void close() {
        engine.close();
    }
}
