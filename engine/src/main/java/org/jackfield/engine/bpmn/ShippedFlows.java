package org.jackfield.engine.bpmn;

import java.util.Optional;
import org.jackfield.engine.bpmn.check.Deployed;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.bpmn.check.FlowValidator.Checked;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Deployment;

/**
 * The flows that come with the product: every account may run them, and puts its own in their place by deploying one of
 * the same key. They pass the same check; an unchanged one keeps its version. Call it at each start.
 */
public final class ShippedFlows {

    private final FlowValidator validator;
    private final Deployer deployer;

    public ShippedFlows(FlowEngine engine, FlowValidator validator) {
        this.validator = validator;
        this.deployer = new Deployer(engine);
    }

    /** Deploys the files for all accounts; refused files change nothing. */
    public Deployment deploy(FlowSources sources) {
        Checked checked = validator.check(sources, Deployed.anything());
        return checked.report().isAccepted()
                ? deployer.deploy(Optional.empty(), sources, checked)
                : new Deployment.Refused(checked.report().problems());
    }
}
