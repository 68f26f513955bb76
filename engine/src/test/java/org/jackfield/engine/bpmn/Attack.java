package org.jackfield.engine.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jackfield.engine.flow.FlowSources;

/** One attack of the corpus: text that its kind puts into a model. */
record Attack(String name, String kind, String text) {

    private static final String OPEN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            <bpmn:process id="attacked" isExecutable="true">""";
    private static final String CLOSE = "</bpmn:process></bpmn:definitions>";

    static List<Attack> corpus() {
        try (InputStream file = Attack.class.getResourceAsStream("attacks.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== ", -1)).skip(1).map(Attack::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack parse(String block) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split(" ", -1);
        return new Attack(head[0], head[1], block.substring(end + 1).strip());
    }

    boolean isDecision() {
        return kind.startsWith("dmn");
    }

    String file() {
        return switch (kind) {
            case "expression" -> OPEN + """
                    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="x"/>
                    <bpmn:serviceTask id="x" camunda:delegateExpression="${say}"><bpmn:extensionElements>
                    <camunda:inputOutput><camunda:inputParameter name="text">%s</camunda:inputParameter>
                    </camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>
                    <bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="e"/><bpmn:endEvent id="e"/>"""
                    .replace("%s", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) + CLOSE;
            case "body" -> OPEN + text + CLOSE;
            case "dmn" -> """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="defs" \
                    namespace="n">""" + text + "</definitions>";
            default -> text;
        };
    }

    FlowSources sources() {
        return isDecision() ? FlowSources.decision(file()) : FlowSources.bpmn(file());
    }

    @Override
    public String toString() {
        return name;
    }
}
