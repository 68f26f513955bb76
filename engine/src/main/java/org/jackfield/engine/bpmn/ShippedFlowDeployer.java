package org.jackfield.engine.bpmn;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jackfield.engine.flow.ShippedFlows;

/** Deploys what comes with the application, without a tenant; files that did not change keep their version. */
public final class ShippedFlowDeployer {

    private static final String NAME = "shipped";

    private final FlowEngine engine;
    private final List<ShippedFlows> shipped;

    public ShippedFlowDeployer(FlowEngine engine, List<ShippedFlows> shipped) {
        this.engine = engine;
        this.shipped = List.copyOf(shipped);
    }

    /** Deploys the files of each together, or none of them when the engine refuses one. */
    public void deploy() {
        shipped.forEach(flows -> deploy(flows.files()));
    }

    private void deploy(Map<String, String> files) {
        DeploymentBuilder deployment = engine.processEngine()
                .getRepositoryService()
                .createDeployment()
                .name(NAME)
                .enableDuplicateFiltering(true);
        files.forEach(deployment::addString);
        if (!files.isEmpty()) {
            deployment.deploy();
        }
    }
}
