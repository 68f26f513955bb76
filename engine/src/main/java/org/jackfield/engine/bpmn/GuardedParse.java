package org.jackfield.engine.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
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

    /** What goes wrong is told as the model's error; of others the engine would write a stack trace into the log. */
    @Override
    protected void parseRootElement() {
        try {
            parseGuarded();
        } catch (BpmnParseException known) {
            throw known;
        } catch (RuntimeException refused) {
            throw new BpmnParseException(Reasons.of(refused), rootElement, refused);
        }
    }

    private void parseGuarded() {
        Deque<Element> open = new ArrayDeque<>();
        open.push(rootElement);
        while (!open.isEmpty()) {
            Element element = open.pop();
            refuse(element);
            element.elements().forEach(open::push);
        }
        super.parseRootElement();
    }

    /** Whatever the model says about tenants: it reaches its own account's files and the shipped ones. */
    @Override
    protected void parseTenantId(Element element, ActivityImpl activity, BaseCallableElement reference,
            String attribute) {
        reference.setTenantIdProvider(new OwnThenShipped(reference, attribute.equals("decisionRefTenantId")));
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
