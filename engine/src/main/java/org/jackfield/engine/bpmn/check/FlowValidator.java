package org.jackfield.engine.bpmn.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Report;
import org.jackfield.engine.flow.InstructionSet;

/** Says everything that is wrong with the files of a flow, before any of it reaches the workflow engine. Thread-safe. */
public final class FlowValidator {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    private final InstructionSet instructions;

    public FlowValidator(InstructionSet instructions) {
        this.instructions = instructions;
    }

    /** The report, and the keys that the files would be known by. */
    public record Checked(Report report, String flowKey, List<String> decisionKeys) {
        public Checked {
            decisionKeys = List.copyOf(decisionKeys);
        }
    }

    /** Checks the files; references are looked up among them and in what is deployed. */
    public Checked check(FlowSources sources, Deployed deployed) {
        Problems problems = new Problems();
        Set<String> decisions = new HashSet<>();
        sources.decisions().forEach(table -> decisions.addAll(DecisionRules.check(table, problems)));
        String key = sources.bpmn().map(model -> flow(model, deployed.with(decisions::contains), problems)).orElse("");
        if (sources.bpmn().isEmpty() && sources.decisions().isEmpty()) {
            problems.add("", FlowProblemCode.NOT_A_MODEL, "no file");
        }
        return new Checked(problems.report(), key, decisions.stream().sorted().toList());
    }

    private String flow(String model, Deployed deployed, Problems problems) {
        try {
            XmlElement definitions = XmlReading.read(model);
            if (!definitions.is(Vocabulary.BPMN, "definitions")) {
                problems.add("", FlowProblemCode.NOT_A_MODEL, definitions.name);
                return "";
            }
            new ModelWalk(problems).walk(definitions);
            return process(definitions, deployed, problems);
        } catch (XmlReading.Refused e) {
            problems.add("", e.code, String.valueOf(e.getMessage()));
            return "";
        }
    }

    private String process(XmlElement definitions, Deployed deployed, Problems problems) {
        List<XmlElement> processes = definitions.children(Vocabulary.BPMN, "process").toList();
        if (processes.size() != 1 || !processes.getFirst().attribute("isExecutable").equals("true")) {
            problems.add("", FlowProblemCode.PROCESS_COUNT, processes.size() + " processes");
            return "";
        }
        XmlElement process = processes.getFirst();
        if (!KEY.matcher(process.id()).matches()) {
            problems.add(process, FlowProblemCode.KEY_INVALID, process.id());
        }
        if (problems.isEmpty()) {
            rules(definitions, process, deployed, problems);
        }
        return process.id();
    }

    private void rules(XmlElement definitions, XmlElement process, Deployed deployed, Problems problems) {
        ModelIndex index = new ModelIndex(definitions, instructions);
        FlowScope scope = FlowScope.of(process);
        FlowRules rules = new FlowRules(index, problems);
        scope.all().forEach(rules::check);
        InstructionRules tasks = new InstructionRules(index, problems);
        process.all().filter(each -> each.is(Vocabulary.BPMN, "serviceTask")).forEach(tasks::check);
        new EndingRules(index, problems).check(scope);
        process.all().forEach(each -> reference(each, deployed, problems));
    }

    private static void reference(XmlElement element, Deployed deployed, Problems problems) {
        switch (element.name) {
            case "businessRuleTask" -> {
                String key = element.attribute(Vocabulary.CAMUNDA, "decisionRef");
                if (ExpressionCheck.isExpression(key)) {
                    problems.add(element, FlowProblemCode.REFERENCE_NOT_CONSTANT, key);
                } else if (!deployed.decision().test(key)) {
                    problems.add(element, FlowProblemCode.DECISION_NOT_DEPLOYED, key);
                }
            }
            case "callActivity" -> {
                String key = element.attribute("calledElement");
                if (ExpressionCheck.isExpression(key)) {
                    problems.add(element, FlowProblemCode.REFERENCE_NOT_CONSTANT, key);
                } else if (!deployed.flow().test(key)) {
                    problems.add(element, FlowProblemCode.FLOW_NOT_DEPLOYED, key);
                }
            }
            default -> {
            }
        }
    }
}
