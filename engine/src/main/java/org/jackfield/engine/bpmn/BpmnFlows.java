package org.jackfield.engine.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.jackfield.engine.bpmn.check.Deployed;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.bpmn.check.FlowValidator.Checked;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.store.flow.FlowIndex;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/** Flows in the workflow engine's repository; the account is the tenant of a deployment. Thread-safe. */
public final class BpmnFlows implements Flows {

    private static final int MOST_VERSIONS = 100;

    private final FlowEngine engine;
    private final FlowValidator validator;
    private final Deployer deployer;
    private final FlowIndex index;

    public BpmnFlows(FlowEngine engine, FlowValidator validator, FlowIndex index) {
        this.engine = engine;
        this.index = index;
        this.validator = validator;
        this.deployer = new Deployer(engine);
    }

    @Override
    public Deployment deploy(AccountId account, FlowSources sources) {
        Checked checked = validator.check(sources, deployed(account));
        return checked.report().isAccepted()
                ? deployer.deploy(account, sources, checked)
                : new Deployment.Refused(checked.report().problems());
    }

    @Override
    public Report validate(AccountId account, FlowSources sources) {
        return validator.check(sources, deployed(account)).report();
    }

    private Deployed deployed(AccountId account) {
        return new Deployed(
                key -> repository().createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .tenantIdIn(account.value())
                        .includeDecisionDefinitionsWithoutTenantId()
                        .count() > 0,
                key -> owned(account).includeProcessDefinitionsWithoutTenantId().processDefinitionKey(key).count() > 0);
    }

    @Override
    public List<Summary> list(AccountId account, String afterKey, int limit) {
        return index.page(account, afterKey, limit);
    }

    @Override
    public List<Version> versions(AccountId account, String key) {
        List<Version> own = versions(owned(account), key);
        return own.isEmpty() ? versions(shipped(), key) : own;
    }

    private List<Version> versions(ProcessDefinitionQuery query, String key) {
        return query.processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, MOST_VERSIONS)
                .stream()
                .map(each -> new Version(each.getVersion(),
                        repository().createDeploymentQuery()
                                .deploymentId(each.getDeploymentId())
                                .singleResult()
                                .getDeploymentTime()
                                .toInstant()))
                .toList();
    }

    @Override
    public boolean exists(AccountId account, FlowAddress flow) {
        return engine.command(context -> Definitions.exist(context, account, flow));
    }

    @Override
    public Optional<Model> read(AccountId account, String key, OptionalInt version) {
        return newest(select(owned(account), key, version)).or(() -> newest(select(shipped(), key, version)))
                .map(found -> new Model(found.getKey(), found.getVersion(), xml(found)));
    }

    private static Optional<ProcessDefinition> newest(Stream<ProcessDefinition> versions) {
        return versions.max(Comparator.comparingInt(ProcessDefinition::getVersion));
    }

    private String xml(ProcessDefinition definition) {
        try (InputStream model = repository().getProcessModel(definition.getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean delete(AccountId account, String key, OptionalInt version) {
        String[] ids = select(owned(account), key, version).map(ProcessDefinition::getId).toArray(String[]::new);
        for (String id : ids) {
            if (engine.processEngine()
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionId(id)
                    .count() > 0) {
                throw new DomainException(ErrorCode.ILLEGAL_STATE, "a call runs flow:" + key);
            }
        }
        if (ids.length > 0) {
            repository().deleteProcessDefinitions().byIds(ids).delete();
            return true;
        }
        return version.isEmpty() && deleteDecision(account, key);
    }

    /** A decision that was deployed alone goes with all its versions; flows ask the shipped one again. */
    private boolean deleteDecision(AccountId account, String key) {
        List<org.camunda.bpm.engine.repository.Deployment> alone = repository().createDeploymentQuery()
                .tenantIdIn(account.value())
                .deploymentName(key)
                .list()
                .stream()
                .filter(each -> hasDecision(each.getId()))
                .toList();
        alone.forEach(each -> repository().deleteDeployment(each.getId()));
        return !alone.isEmpty();
    }

    /** The deployment of a flow stays when its definitions go, and bears the same name. */
    private boolean hasDecision(String deployment) {
        return repository().createDecisionDefinitionQuery().deploymentId(deployment).count() > 0;
    }

    private static Stream<ProcessDefinition> select(ProcessDefinitionQuery all, String key, OptionalInt version) {
        ProcessDefinitionQuery query = all.processDefinitionKey(key);
        version.ifPresent(query::processDefinitionVersion);
        return query.list().stream();
    }

    private ProcessDefinitionQuery owned(AccountId account) {
        return repository().createProcessDefinitionQuery().tenantIdIn(account.value());
    }

    private ProcessDefinitionQuery shipped() {
        return repository().createProcessDefinitionQuery().withoutTenantId();
    }

    private RepositoryService repository() {
        return engine.processEngine().getRepositoryService();
    }
}
