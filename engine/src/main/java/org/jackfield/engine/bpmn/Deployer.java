package org.jackfield.engine.bpmn;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jackfield.engine.bpmn.check.FlowValidator.Checked;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Deployment;
import org.jackfield.engine.store.Failures;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;

/** Hands checked files to the engine; what its parser still refuses becomes problems, and nothing is changed. */
final class Deployer {

    /**
     * The engine reads bytes, the check read characters: a declared encoding would let the two see different models, so it
     * is set to the one that is stored.
     */
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml[^>]*\\?>");
    private static final String UTF_8 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final FlowEngine engine;

    Deployer(FlowEngine engine) {
        this.engine = engine;
    }

    Deployment deploy(AccountId account, FlowSources sources, Checked checked) {
        try {
            engine.nested(context -> store(account, sources, checked));
            return new Deployment.Deployed(key(checked), version(account, sources, key(checked)),
                    checked.report().warnings());
        } catch (RuntimeException e) {
            RuntimeException failure = Failures.translate(e);
            boolean model = !(failure instanceof ConflictException) && !(failure instanceof StoreUnavailableException);
            if (model && e instanceof ProcessEngineException refused) {
                return new Deployment.Refused(problems(refused));
            }
            throw failure;
        }
    }

    private static String key(Checked checked) {
        return checked.flowKey().isEmpty() ? checked.decisionKeys().getFirst() : checked.flowKey();
    }

    private boolean store(AccountId account, FlowSources sources, Checked checked) {
        RepositoryService repository = engine.processEngine().getRepositoryService();
        String key = key(checked);
        DeploymentBuilder builder = repository.createDeployment()
                .name(key)
                .enableDuplicateFiltering(true)
                .tenantId(account.value());
        sources.bpmn().ifPresent(model -> builder.addString(key + ".bpmn", inUtf8(model)));
        for (int i = 0; i < sources.decisions().size(); i++) {
            builder.addString(key + "-" + i + ".dmn", inUtf8(sources.decisions().get(i)));
        }
        builder.deploy();
        return true;
    }

    /** Asked after the engine wrote its rows: inside its command a query would not see them. */
    private int version(AccountId account, FlowSources sources, String key) {
        RepositoryService repository = engine.processEngine().getRepositoryService();
        return sources.bpmn().isPresent()
                ? repository.createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .tenantIdIn(account.value())
                        .singleResult()
                        .getVersion()
                : repository.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .tenantIdIn(account.value())
                        .singleResult()
                        .getVersion();
    }

    private static String inUtf8(String xml) {
        String bare = DECLARATION.matcher(xml).replaceFirst("");
        return UTF_8 + "\n" + (bare.startsWith("\uFEFF") ? bare.substring(1) : bare).strip();
    }

    private static List<FlowProblem> problems(ProcessEngineException refused) {
        if (refused instanceof ParseException parse) {
            List<FlowProblem> found = parse.getResorceReports()
                    .stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> new FlowProblem(error.getMainElementId() == null ? "" : error.getMainElementId(),
                            FlowProblemCode.ENGINE_REFUSED, String.valueOf(error.getMessage())))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of(new FlowProblem("", FlowProblemCode.ENGINE_REFUSED, Reasons.of(refused)));
    }
}
