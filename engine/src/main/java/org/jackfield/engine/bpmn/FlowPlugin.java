package org.jackfield.engine.bpmn;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.jackfield.engine.bpmn.expression.PresenceSession;
import org.jackfield.engine.bpmn.variable.JsonVariables;
import org.jackfield.engine.flow.InstructionSet;
import org.joda.time.DateTimeUtils;

/** Turns the workflow engine into one that runs flows: instructions, events, JSON variables, accounts, the clock. */
final class FlowPlugin extends AbstractProcessEnginePlugin {

    private final InstructionSet instructions;
    private final FlowPorts ports;
    private final Clock clock;

    FlowPlugin(InstructionSet instructions, FlowPorts ports, Clock clock) {
        this.instructions = instructions;
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TenantOfStart());
        configuration.setCustomPreVariableSerializers(changeable(List.of(new JsonVariables())));
        configuration.setCustomSessionFactories(
                changeable(List.of(ElementEvents.factory(ports.events()), MessageSubscriptions.factory(),
                        PresenceSession.factory(ports.presence()))));
        configuration.setCustomIncidentHandlers(changeable(List.of(new JobFailureHandler(new FlowFailures(ports)))));
        configuration.setCustomPostBPMNParseListeners(changeable(List.of(new FlowParseListener(instructions, ports))));
    }

    /** The engine adds to the lists that it is given. */
    private static <T> List<T> changeable(List<T> items) {
        return new ArrayList<>(items);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        refuseJavaObjects(configuration.getVariableSerializers());
    }

    /** The only place that sets the engine's clock, which is one for the whole JVM. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

    private static void refuseJavaObjects(VariableSerializers serializers) {
        TypedValueSerializer<?> javaObjects = serializers.getSerializerByName(JavaObjectSerializer.NAME);
        serializers.removeSerializer(javaObjects);
        serializers.removeSerializer(serializers.getSerializerByName(ValueType.FILE.getName()));
        serializers.removeSerializer(serializers.getSerializerByName(ValueType.BYTES.getName()));
    }
}
