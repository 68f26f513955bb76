package org.jackfield.processes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionDefinition.Parameter;
import org.jackfield.engine.flow.InstructionDefinition.Result;
import org.jackfield.engine.flow.ParameterType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the element template of an instruction, for Camunda Modeler and bpmn.io, from its definition. */
final class ElementTemplates {

    static final int VERSION = 1;

    private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema@0.22.1/resources/schema.json";
    private static final String DOCUMENTATION = "https://jackfield.org/docs/reference/instructions#";
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String EXPRESSION = "|\\$\\{.*\\}";

    private ElementTemplates() {}

    static String write(InstructionDefinition instruction) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", title(instruction.name()));
        template.put("id", "org.jackfield." + instruction.name());
        template.put("version", VERSION);
        template.put("description", instruction.purpose());
        template.put("documentationRef", DOCUMENTATION + instruction.name().toLowerCase(Locale.ROOT));
        template.put("appliesTo", List.of("bpmn:Task", "bpmn:ServiceTask"));
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put("icon", Map.of("contents", icon(instruction.name())));
        template.put("groups", List.of(group("inputs", "Inputs"), group("results", "Results")));
        template.put("properties", properties(instruction));
        return JSON.writeValueAsString(template) + "\n";
    }

    private static Map<String, Object> group(String id, String label) {
        return ordered("id", id, "label", label);
    }

    private static List<Object> properties(InstructionDefinition instruction) {
        List<Object> properties = new ArrayList<>();
        properties.add(ordered("type", "Hidden", "value", "${" + instruction.name() + "}", "binding",
                ordered("type", "property", "name", "camunda:delegateExpression")));
        instruction.parameters().forEach(parameter -> properties.add(input(parameter)));
        instruction.results().forEach(result -> properties.add(result(result)));
        return properties;
    }

    private static Map<String, Object> input(Parameter parameter) {
        List<String> choices = parameter.type() == ParameterType.FLAG ? List.of("true", "false") : parameter.choices();
        Map<String, Object> property = ordered("label", title(parameter.name()), "description", parameter.purpose(),
                "group", "inputs");
        property.put("type", choices.isEmpty() ? parameter.name().equals("text") ? "Text" : "String" : "Dropdown");
        parameter.defaultText().ifPresent(value -> property.put("value", value));
        if (!choices.isEmpty()) {
            property.put("choices", choices.stream().map(each -> ordered("name", each, "value", each)).toList());
        }
        Map<String, Object> constraints = constraints(parameter);
        if (!constraints.isEmpty()) {
            property.put("constraints", constraints);
        }
        property.put("binding", ordered("type", "camunda:inputParameter", "name", parameter.name()));
        return property;
    }

    private static Map<String, Object> constraints(Parameter parameter) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (parameter.required()) {
            constraints.put("notEmpty", true);
        }
        switch (parameter.type()) {
            case COUNT -> constraints.put("pattern", pattern("[0-9]*", "a whole number"));
            case DURATION -> constraints.put("pattern", pattern("(P.+)?", "a duration such as PT5S"));
            case MAP -> constraints.put("pattern", pattern("", "an expression that gives a map"));
            default -> {
            }
        }
        return constraints;
    }

    private static Map<String, Object> pattern(String value, String what) {
        return ordered("value", "^(" + value + EXPRESSION + ")$", "message", "Must be " + what + ", or ${...}.");
    }

    private static Map<String, Object> result(Result result) {
        return ordered("label", title(result.name()) + " into variable", "description", result.purpose(), "group",
                "results", "type", "String", "value", result.name(), "binding",
                ordered("type", "camunda:outputParameter", "source", "${" + result.name() + "}"));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** {@code hangUp} reads "Hang up". */
    private static String title(String name) {
        String spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** Two letters on a rounded square, in a colour of the instruction's own. */
    private static String icon(String name) {
        String svg = """
                <svg xmlns='http://www.w3.org/2000/svg' width='18' height='18'>\
                <rect width='18' height='18' rx='4' fill='hsl(%d,55%%,38%%)'/>\
                <text x='9' y='13' font-family='sans-serif' font-size='10' fill='white' text-anchor='middle'>%s</text>\
                </svg>""".formatted(Math.floorMod(name.hashCode(), 360), title(name).substring(0, 2));
        return "data:image/svg+xml," + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
