package org.jackfield.engine.bpmn;

import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jackfield.engine.flow.ShippedFlows;

/** Deploys what comes with the application, without a tenant; files that did not change keep their version. */
public final class ShippedFlowDeployer {

    private static final String NAME = "shipped";

    private final FlowEngine engine;

    public ShippedFlowDeployer(FlowEngine engine) {
        this.engine = engine;
    }

    /** Deploys all files together, or none when the engine refuses one. */
    public void deploy(ShippedFlows flows) {
        Map<String, String> files = flows.files();
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
