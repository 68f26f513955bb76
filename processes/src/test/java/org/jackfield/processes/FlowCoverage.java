package org.jackfield.processes;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jackfield.engine.event.NewEvent;

/**
 * Which sequence flows were taken, told from the element events alone: whoever left the source of a flow and then entered
 * its target, in the same process instance, took it. Exact as long as no two flows connect the same pair.
 */
final class FlowCoverage {

    private FlowCoverage() {}

    /** The sequence flows of the models that no instance took, as {@code process: flow}. */
    static Set<String> uncovered(Map<String, String> models, List<NewEvent> events) {
        Set<String> taken = taken(events);
        Set<String> missing = new TreeSet<>();
        models.forEach((name, xml) -> {
            if (name.endsWith(".bpmn")) {
                flowsOf(xml).forEach((pair, flow) -> {
                    if (!taken.contains(pair)) {
                        missing.add(name + ": " + flow);
                    }
                });
            }
        });
        return missing;
    }

    private static Set<String> taken(List<NewEvent> events) {
        Map<String, String> lastLeft = new HashMap<>();
        Set<String> taken = new TreeSet<>();
        for (NewEvent event : events) {
            String instance = String.valueOf(event.data().get("instance"));
            String element = event.data().get("process") + " " + event.data().get("element");
            if (event.type().equals("element.left")) {
                lastLeft.put(instance, element);
            } else if (event.type().equals("element.entered")) {
                taken.add(lastLeft.getOrDefault(instance, "") + " > " + element);
            }
        }
        return taken;
    }

    private static Map<String, String> flowsOf(String xml) {
        BpmnModelInstance model = Bpmn.readModelFromStream(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        String process = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                .iterator()
                .next()
                .getId();
        Map<String, String> flows = new HashMap<>();
        model.getModelElementsByType(SequenceFlow.class)
                .forEach(flow -> flows.put(
                        process + " " + flow.getSource().getId() + " > " + process + " " + flow.getTarget().getId(),
                        flow.getId()));
        return flows;
    }
}
