package org.jackfield.engine.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.jackfield.engine.bpmn.expression.SafeExpressions;
import org.jackfield.engine.bpmn.job.BoundedJobExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine's settings. It joins the application's transactions on the same connection as our stores, keeps no history,
 * reports nothing to anybody, logs no failure of a model (who called it does), makes its ids without the database (the default generator takes a second connection inside a
 * transaction), and neither runs scripts nor loads classes.
 */
final class EngineConfiguration {

    private static final int PARSED_MODELS_KEPT = 5000;

    private EngineConfiguration() {}

    static SpringTransactionsProcessEngineConfiguration create(FlowEngineSettings settings, DataSource dataSource,
            PlatformTransactionManager transactions, ProcessEnginePlugin plugin) {
        SpringTransactionsProcessEngineConfiguration configuration = new SpringTransactionsProcessEngineConfiguration();
        configuration.setProcessEngineName(settings.node());
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setEnableReducedJobExceptionLogging(true);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setCacheCapacity(PARSED_MODELS_KEPT);
        configuration.setJobExecutor(jobExecutor(settings));
        configuration.setJobExecutorActivate(false);
        configuration.setSkipOutputMappingOnCanceledActivities(true);
        configuration.setProcessEnginePlugins(new ArrayList<>(List.of(plugin)));
        closeDoors(configuration);
        traceLogs(configuration);
        return configuration;
    }

    /** What the engine says of a step names its account and subject: a call, or a work item. */
    private static void traceLogs(SpringTransactionsProcessEngineConfiguration configuration) {
        configuration.setLoggingContextTenantId("account");
        configuration.setLoggingContextBusinessKey("subject");
        configuration.setLoggingContextActivityId("element");
        configuration.setLoggingContextActivityName("");
        configuration.setLoggingContextApplicationName("");
        configuration.setLoggingContextEngineName("");
        configuration.setLoggingContextProcessDefinitionId("");
        configuration.setLoggingContextProcessInstanceId("instance");
    }

    private static void closeDoors(SpringTransactionsProcessEngineConfiguration configuration) {
        configuration.setExpressionManager(new SafeExpressions());
        configuration.setBeans(new HashMap<>());
        configuration.setArtifactFactory(new NoClasses());
        configuration.setScriptFactory(new NoScripts());
        configuration.setScriptingEngines(new NoScriptEngines());
        configuration.setBpmnParseFactory(GuardedParse::new);
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(GuardedFeel::new);
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setEnableXxeProcessing(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setHistoryCleanupEnabled(false);
        configuration.setJavaSerializationFormatEnabled(false);
    }

    private static JobExecutor jobExecutor(FlowEngineSettings settings) {
        BoundedJobExecutor executor = new BoundedJobExecutor(settings.jobs());
        executor.setLockOwner(settings.node());
        executor.setLockTimeInMillis((int) settings.jobLock().toMillis());
        executor.setWaitTimeInMillis((int) settings.pollMin().toMillis());
        executor.setMaxWait(settings.pollMax().toMillis());
        executor.setMaxJobsPerAcquisition(settings.jobs());
        return executor;
    }
}
