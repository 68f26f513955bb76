package org.jackfield.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A flow of instructions one after the other, as an analyst's tool saves it: the model and its diagram. */
final class Drawing {

    private record Task(String id, String name, String instruction, Map<String, String> inputs) {}

    private static final int LEFT = 160;
    private static final int MIDDLE = 120;
    private static final int GAP = 60;
    private static final int WIDTH = 110;
    private static final int SMALL = 36;

    private final String key;
    private final String name;
    private final List<Task> tasks = new ArrayList<>();

    private Drawing(String key, String name) {
        this.key = key;
        this.name = name;
    }

    static Drawing of(String key, String name) {
        return new Drawing(key, name);
    }

    Drawing then(String id, String taskName, String instruction, Map<String, String> inputs) {
        tasks.add(new Task(id, taskName, instruction, inputs));
        return this;
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
                id="drawing" targetNamespace="https://jackfield.org/test">
                <bpmn:message id="hung-up-message" name="caller-hung-up"/><bpmn:message id="lost-message" name="call-lost"/>
                <bpmn:process id="%s" name="%s" isExecutable="true">
                <bpmn:startEvent id="received" name="Call received"/>%s<bpmn:endEvent id="over" name="Call over"/>%s
                %s%s</bpmn:process>
                <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">%s%s</bpmndi:BPMNPlane>
                </bpmndi:BPMNDiagram></bpmn:definitions>
                """
                .formatted(key, name, joined(tasks.stream().map(Drawing::task).toList()), flows(),
                        ending("hung-up"), ending("lost"), key, shapes(), edges());
    }

    private static String task(Task task) {
        String inputs = task.inputs()
                .entrySet()
                .stream()
                .map(input -> "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                        .formatted(input.getKey(), input.getValue()))
                .collect(Collectors.joining());
        return """
                <bpmn:serviceTask id="%s" name="%s" camunda:delegateExpression="${%s}"><bpmn:extensionElements>\
                <camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"""
                .formatted(task.id(), task.name(), task.instruction(), inputs);
    }

    private static String ending(String what) {
        return """
                <bpmn:subProcess id="%1$s-handling" triggeredByEvent="true"><bpmn:startEvent id="%1$s">\
                <bpmn:messageEventDefinition messageRef="%1$s-message"/></bpmn:startEvent><bpmn:endEvent id="%1$s-end"/>\
                <bpmn:sequenceFlow id="%1$s-flow" sourceRef="%1$s" targetRef="%1$s-end"/></bpmn:subProcess>"""
                .formatted(what);
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>(List.of("received"));
        tasks.forEach(task -> ids.add(task.id()));
        ids.add("over");
        return ids;
    }

    private String flows() {
        List<String> ids = ids();
        List<String> flows = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            flows.add("<bpmn:sequenceFlow id=\"to-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>".formatted(
                    ids.get(i - 1), ids.get(i)));
        }
        return joined(flows);
    }

    private String shapes() {
        List<String> ids = ids();
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int size = isEvent(i) ? SMALL : WIDTH;
            int height = isEvent(i) ? SMALL : 80;
            shapes.add("""
                    <bpmndi:BPMNShape id="shape-%1$s" bpmnElement="%1$s"><dc:Bounds x="%2$d" y="%3$d" width="%4$d" \
                    height="%5$d"/></bpmndi:BPMNShape>"""
                    .formatted(ids.get(i), left(i), MIDDLE - height / 2, size, height));
        }
        return joined(shapes);
    }

    private String edges() {
        List<String> ids = ids();
        List<String> edges = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            edges.add("""
                    <bpmndi:BPMNEdge id="edge-%1$s" bpmnElement="to-%1$s"><di:waypoint x="%2$d" y="%4$d"/>\
                    <di:waypoint x="%3$d" y="%4$d"/></bpmndi:BPMNEdge>"""
                    .formatted(ids.get(i), left(i) - GAP, left(i), MIDDLE));
        }
        return joined(edges);
    }

    private boolean isEvent(int index) {
        return index == 0 || index > tasks.size();
    }

    private static int left(int index) {
        return index == 0 ? LEFT : LEFT + SMALL + GAP + (index - 1) * (WIDTH + GAP);
    }

    private static String joined(List<String> parts) {
        return String.join("", parts);
    }
}
