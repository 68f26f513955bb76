package org.jackfield.engine.bpmn;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionSet;

/**
 * Gives each element of a parsed model our behaviour. A service task becomes an instruction or the model is refused: no
 * class, expression, script or external worker ever runs, whatever way the model took into the engine.
 */
final class FlowParseListener extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn",
            "http://activiti.org/bpmn");

    private final InstructionSet instructions;
    private final FlowPorts ports;

    FlowParseListener(InstructionSet instructions, FlowPorts ports) {
        this.instructions = instructions;
        this.ports = ports;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, new FlowEndListener(ports));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String expression = element.attributeNS(CAMUNDA, "delegateExpression");
        InstructionDefinition definition = Optional.ofNullable(expression)
                .flatMap(InstructionSet::nameIn)
                .flatMap(instructions::find)
                .orElseThrow(() -> refused(activity, "it names no instruction"));
        InstructionBehavior behavior = new InstructionBehavior(definition, ports);
        activity.setActivityBehavior(behavior);
        if (!isMultiInstance(scope)) {
            activity.setScope(true);
        }
        ElementListener.attach(activity, element.getTagName());
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END,
                (ExecutionListener) execution -> behavior.withdrawIfOpen((ExecutionEntity) execution), 0);
    }

    private static boolean isMultiInstance(ScopeImpl scope) {
        return scope instanceof ActivityImpl body
                && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
    }

    @Override
    public void parseIoMapping(Element extensions, ActivityImpl activity, IoMapping mapping) {
        if (activity.getActivityBehavior() instanceof InstructionBehavior behavior && mapping != null) {
            behavior.readInputs(mapping.getInputParameters());
            IoMapping outputsOnly = new IoMapping();
            mapping.getOutputParameters().forEach(outputsOnly::addOutputParameter);
            activity.setIoMapping(outputsOnly);
        }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof ErrorEndEventActivityBehavior error) {
            activity.setActivityBehavior(new ErrorEndBehavior(error));
        }
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!(activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior)) {
            throw refused(activity, "it names no decision");
        }
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        throw refused(activity, "scripts are not run");
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        throw refused(activity, "a flow sends nothing by itself");
    }

    private static ProcessEngineException refused(ActivityImpl activity, String why) {
        return new ProcessEngineException("element '" + activity.getId() + "' is refused: " + why);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseManualTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementListener.attach(activity, element.getTagName());
    }
}
