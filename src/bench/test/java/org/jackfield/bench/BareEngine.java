package org.jackfield.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;

/**
 * The workflow engine by itself, without telephony or anything of ours: the model of the benchmark with a receive task for each
 * instruction, so with the same waits, transactions and message subscriptions, no history, on a PostgreSQL of its own with the
 * product's settings and a pool of the product's size. As many threads as the pool has connections keep it busy.
 */
final class BareEngine implements AutoCloseable {

    private static final int WAITS = 3;
    private static final String FACTS = "{\"id\":\"CA01a1f9fa924d7000b36d1a2f0f7cc3ee\",\"from\":\"+15559991\",\"to\":\"+15555550100\"}";

    /** What it did, and the processor time of this JVM and of its PostgreSQL. */
    record Result(int instances, Duration time, double jvmSeconds, double databaseSeconds) {

        double rate() {
            return 1_000.0 * instances / time.toMillis();
        }
    }

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private BareEngine(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        pool = postgres.access().openPool(Runtime.getRuntime().availableProcessors());
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("bench.bpmn", bareModel()).deploy();
    }

    static BareEngine start(Path folder) {
        return new BareEngine(EmbeddedPostgres.start(folder));
    }

    int threads() {
        return pool.getMaximumPoolSize();
    }

    static String model() {
        try (InputStream text = BareEngine.class.getResourceAsStream("/bench-call.bpmn")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bareModel() {
        return model().replaceAll("<bpmn:serviceTask (id=\"[^\"]+\" name=\"[^\"]+\")[^>]*>", "<bpmn:receiveTask $1>")
                .replace("</bpmn:serviceTask>", "</bpmn:receiveTask>")
                .replaceAll("(?s)<bpmn:extensionElements>.*?</bpmn:extensionElements>", "");
    }

    /** Runs instances one after the other on each thread until the time is over. */
    Result run(Duration time) throws InterruptedException {
        double jvmBefore = Cpu.ofProcess(ProcessHandle.current().pid());
        double databaseBefore = Cpu.ofFamily(postgres.pid());
        AtomicInteger instances = new AtomicInteger();
        long begin = System.nanoTime();
        Thread[] threads = new Thread[threads()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().name("bare-" + i).start(() -> {
                while (System.nanoTime() - begin < time.toNanos()) {
                    runOne(instances.incrementAndGet());
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(instances.get(), Duration.ofNanos(System.nanoTime() - begin),
                Cpu.ofProcess(ProcessHandle.current().pid()) - jvmBefore,
                Cpu.ofFamily(postgres.pid()) - databaseBefore);
    }

    private void runOne(int number) {
        RuntimeService runtime = engine.getRuntimeService();
        String instance = runtime.startProcessInstanceByKey("bench-call", "CA" + number, Map.of("call", FACTS)).getId();
        for (int wait = 0; wait < WAITS; wait++) {
            runtime.signal(instance);
        }
    }

    /** Instances that did not end: a benchmark that leaves any did not do what it says. */
    long left() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
        postgres.close();
    }
}
