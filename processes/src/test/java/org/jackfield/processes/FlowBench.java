package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.BpmnFlowRuns;
import org.jackfield.engine.bpmn.BpmnWorkItemFlow;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.bpmn.FlowEngineSettings;
import org.jackfield.engine.bpmn.FlowPorts;
import org.jackfield.engine.bpmn.ShippedFlowDeployer;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.WorkItemFlow;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The shipped flows on the real engine and a real database; the calls are a script. */
final class FlowBench implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");

    private static final AtomicInteger CALLS = new AtomicInteger();

    final SettableClock clock = new SettableClock();
    final RecordingEventLog events = new RecordingEventLog();
    final UnitOfWork unit;
    final ScriptedDesk desk;
    final FlowEngine engine;
    final FlowRuns runs;
    final WorkItemFlow items;

    FlowBench(DataSource dataSource) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        unit = new TransactionalUnitOfWork(transactions);
        desk = new ScriptedDesk(unit);
        engine = FlowEngine.build(FlowEngineSettings.of("test"),
                new FlowEngine.Surroundings(dataSource, transactions, clock),
                InstructionCatalog.standard().definitions(),
                new FlowPorts(() -> desk, () -> events, () -> (_, _) -> Optional.empty()));
        runs = new BpmnFlowRuns(engine);
        items = new BpmnWorkItemFlow(engine);
        deploy(new ProductFlows().files());
    }

    void deploy(Map<String, String> files) {
        new ShippedFlowDeployer(engine, List.of(() -> files)).deploy();
    }

    /** A call that runs the flow; the process instance's id. */
    String call(String flow) {
        String callId = "CA%032x".formatted(CALLS.incrementAndGet());
        return unit.run(() -> runs.start(new FlowRuns.Start(ACCOUNT, callId, FlowAddress.parse("flow:" + flow),
                Map.of("id", callId, "from", "+15550100", "to", "+15550101"))).processInstanceId());
    }

    /** The flow waits at the element; this comes of it. */
    Instruction at(String element, InstructionOutcome outcome) {
        Instruction waiting = desk.last();
        assertThat(waiting.element()).isEqualTo(element);
        unit.run(() -> runs.resume(waiting, outcome));
        return waiting;
    }

    String startItem(String id) {
        return unit.run(() -> items.start(ACCOUNT, id, "", "sales"));
    }

    void tell(String processInstance, WorkItemFlow.Fact fact) {
        unit.run(() -> items.tell(ACCOUNT, processInstance, fact));
    }

    /** The elements that were entered in the process instance, in order. */
    List<String> path(String processInstance) {
        return events.events()
                .stream()
                .filter(event -> event.type().equals("element.entered"))
                .filter(event -> processInstance.equals(event.data().get("instance")))
                .map(event -> String.valueOf(event.data().get("element")))
                .toList();
    }

    List<NewEvent> ofType(String type) {
        return events.events().stream().filter(event -> event.type().equals(type)).toList();
    }

    boolean isRunning(String processInstance) {
        return engine.processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processInstance)
                .count() == 1;
    }

    @Override
    public void close() {
        engine.close();
    }
}
