package org.jackfield.engine.bpmn;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jackfield.engine.event.NewEvent;

/** An event that a model publishes. Its type is checked so that it cannot pass for one of the product's own. */
final class OwnEvent {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,40}(\\.[a-z][a-z0-9-]{0,40}){1,5}");
    private static final Set<String> RESERVED = Set.of("call", "element", "instruction", "work-item", "reservation",
            "worker", "recording", "media", "flow", "conference", "message", "transcript", "account", "node");

    private OwnEvent() {}

    static NewEvent of(FlowSubject subject, Map<String, ?> parameters) {
        String type = String.valueOf(parameters.get("type"));
        if (!TYPE.matcher(type).matches() || RESERVED.contains(type.substring(0, type.indexOf('.')))) {
            throw new ModelFailureException("'" + type + "' cannot be the type of a flow's own event");
        }
        Object data = parameters.get("data");
        return new NewEvent(subject.account(), subject.id(), type, data instanceof Map<?, ?> map
                ? PlainMaps.withoutNulls(map)
                : Map.of());
    }
}
