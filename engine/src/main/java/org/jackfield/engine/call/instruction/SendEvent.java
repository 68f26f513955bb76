package org.jackfield.engine.call.instruction;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code sendEvent}: publishes an event of the flow's own; the product's own types cannot be forged. */
record SendEvent() implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.SEND_EVENT,
            (parameters, _) -> begin(parameters));

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,63}(\\.[a-z0-9][a-z0-9-]{0,63}){0,7}");
    private static final Set<String> OURS = Set.of("call", "element", "instruction", "work-item", "reservation",
            "worker",
            "recording", "media", "message", "conference", "account", "flow", "node");

    private static Step begin(Parameters parameters) {
        String type = parameters.text("type");
        if (!TYPE.matcher(type).matches()) {
            throw parameters.wrong("type", "is not lower-case words joined by dots");
        }
        if (OURS.contains(type.split("\\.", 2)[0])) {
            throw parameters.wrong("type", "begins with a word of the product's own events");
        }
        return Step.done(new SendEvent(), Map.of(), new Action.Publish(type, parameters.map("data")));
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return Step.stay(this);
    }
}
