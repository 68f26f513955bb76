package org.jackfield.engine.bpmn;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jackfield.engine.flow.InstructionSet;
import org.jackfield.engine.store.Failures;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The workflow engine of this node. Built once; {@link #startJobs()} is called when everything that its behaviours call is
 * there, {@link #close()} before the connection pool closes. Only one may live in a JVM: its clock is static.
 */
public final class FlowEngine implements AutoCloseable {

    private final FlowEngineSettings settings;
    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final FlowFailures failures;
    private final TransactionTemplate savepoint;

    private FlowEngine(FlowEngineSettings settings, ProcessEngineConfigurationImpl configuration, FlowPorts ports,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.configuration = configuration;
        this.engine = configuration.buildProcessEngine();
        this.failures = new FlowFailures(ports);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What the engine shares with the rest of the application. */
    public record Surroundings(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {}

    /** Builds the engine and its tables; runs no job yet. */
    public static FlowEngine build(FlowEngineSettings settings, Surroundings surroundings, InstructionSet instructions,
            FlowPorts ports) {
        FlowPlugin plugin = new FlowPlugin(instructions, ports, surroundings.clock());
        return new FlowEngine(settings, EngineConfiguration.create(settings, surroundings.dataSource(),
                surroundings.transactions(), plugin), ports, surroundings.transactions());
    }

    /** Due timers fire from now on. */
    public void startJobs() {
        if (settings.runJobs()) {
            configuration.getJobExecutor().start();
        }
    }

    /** No timer fires any more; those that run are waited for. */
    public void stopJobs() {
        JobExecutor jobs = configuration.getJobExecutor();
        if (jobs.isActive()) {
            jobs.shutdown();
        }
    }

    /** The engine itself: for tests. Its queries are never offered to anybody. */
    public ProcessEngine processEngine() {
        return engine;
    }

    /** Counts in the database what is there now: for monitoring, never on the way of a call. */
    public FlowCensus census() {
        return new FlowCensus(engine.getRuntimeService().createProcessInstanceQuery().count(),
                engine.getManagementService().createJobQuery().count(),
                engine.getManagementService().createJobQuery().noRetriesLeft().count());
    }

    FlowFailures failures() {
        return failures;
    }

    <T> T command(Function<CommandContext, T> work) {
        return configuration.getCommandExecutorTxRequired().execute(work::apply);
    }

    /** As {@link #command}, but what it did is rolled back alone when it throws. */
    <T> T nested(Function<CommandContext, T> work) {
        return savepoint.execute(status -> command(work));
    }

    /**
     * A step of a model. When the model fails, what it did is rolled back to before the step, in the same transaction, and
     * {@code onFailure} decides what then is true; trouble with the database or another transaction is thrown on.
     */
    void step(Consumer<CommandContext> work, Failed onFailure) {
        AtomicReference<String> last = new AtomicReference<>("");
        try {
            Progress.track(last, () -> nested(context -> {
                work.accept(context);
                return Boolean.TRUE;
            }));
        } catch (RuntimeException e) {
            RuntimeException failure = Failures.translate(e);
            if (failure instanceof ConflictException || failure instanceof StoreUnavailableException) {
                throw failure;
            }
            command(context -> {
                onFailure.accept(context, last.get(), Reasons.of(e));
                return Boolean.TRUE;
            });
        }
    }

    /** Called with the last element that was reached and what went wrong. */
    @FunctionalInterface
    interface Failed {
        void accept(CommandContext context, String element, String detail);
    }

    @Override
    public void close() {
        stopJobs();
        engine.close();
    }
}
