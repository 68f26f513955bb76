package org.jackfield.engine.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The engine's parser, which stops at anything that names a class or carries a script before it acts on the model: form
 * handlers, for one, it makes while it parses, past the factory that refuses classes.
 */
final class GuardedParse extends BpmnParse {

    private static final Set<String> ELEMENTS = Set.of("script", "scriptTask", "executionListener", "taskListener",
            "connector", "field", "formData", "validation");
    private static final String CLASS = "class";

    GuardedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        Deque<Element> open = new ArrayDeque<>();
        open.push(rootElement);
        while (!open.isEmpty()) {
            Element element = open.pop();
            refuse(element);
            element.elements().forEach(open::push);
        }
        super.parseRootElement();
    }

    private static void refuse(Element element) {
        boolean named = element.attributes()
                .stream()
                .map(key -> key.substring(key.lastIndexOf(':') + 1))
                .anyMatch(name -> name.equals(CLASS) || name.endsWith("Class"));
        if (named || ELEMENTS.contains(element.getTagName())) {
            throw new ProcessEngineException(
                    "element '" + element.attribute("id") + "' (" + element.getTagName() + ") would run code");
        }
    }
}
