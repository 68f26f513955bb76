package org.jackfield.engine.flow;

import static org.jackfield.engine.flow.InstructionDefinition.Parameter.oneOf;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.optional;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.required;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.withDefault;
import static org.jackfield.engine.flow.ParameterType.COUNT;
import static org.jackfield.engine.flow.ParameterType.DURATION;
import static org.jackfield.engine.flow.ParameterType.FLAG;
import static org.jackfield.engine.flow.ParameterType.MAP;
import static org.jackfield.engine.flow.ParameterType.TEXT;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.flow.InstructionDefinition.Result;

/** The instructions that a model may use, by name. Immutable; {@link #standard()} is the product's own list. */
public final class InstructionSet {

    /** Appends an event to the call; the only instruction that needs no leg and does not wait. */
    public static final String SEND_EVENT = "sendEvent";

    private static final List<InstructionDefinition> STANDARD = List.of(
            new InstructionDefinition("answer", "Answers the call.", true, List.of(), List.of(), List.of("failed")),
            new InstructionDefinition("say", "Speaks a text to the caller.", true,
                    List.of(required("text", TEXT, "What is said."),
                            withDefault("language", TEXT, "en-US", "Language of the text (BCP 47)."),
                            optional("voice", TEXT, "Name of the voice."),
                            withDefault("loop", COUNT, "1", "How often; 0 for ever.")),
                    List.of(), List.of("failed")),
            new InstructionDefinition("play", "Plays a sound to the caller.", true,
                    List.of(required("url", TEXT, "prompt:NAME, tone:FREQUENCY/MILLISECONDS, or an http(s) address."),
                            withDefault("loop", COUNT, "1", "How often; 0 for ever.")),
                    List.of(), List.of("failed")),
            new InstructionDefinition("gather", "Collects digits, with an optional prompt.", true,
                    List.of(optional("text", TEXT, "Prompt to speak."), optional("url", TEXT, "Prompt to play."),
                            optional("numDigits", COUNT, "How many digits complete the input; unlimited when absent."),
                            withDefault("finishOnKey", TEXT, "#", "Key that completes the input."),
                            withDefault("timeout", DURATION, "PT5S", "Time to the first digit and between digits."),
                            optional("totalTimeout", DURATION, "Time for the whole input."),
                            withDefault("bargeIn", FLAG, "true", "Whether a digit stops the prompt.")),
                    List.of(new Result("digits", "The digits."),
                            new Result("reason", "complete, finish-key or timeout.")),
                    List.of("no-input", "timed-out", "failed")),
            new InstructionDefinition("dial", "Calls somebody and bridges both legs.", true,
                    List.of(required("to", TEXT, "Number or SIP address."),
                            optional("from", TEXT, "Number shown; the called number when absent."),
                            withDefault("timeout", DURATION, "PT30S", "How long it rings."),
                            withDefault("timeLimit", DURATION, "PT4H", "Longest conversation."),
                            withDefault("record", FLAG, "false", "Whether the conversation is recorded.")),
                    List.of(new Result("status", "completed."), new Result("duration", "Seconds of conversation."),
                            new Result("leg", "Id of the called leg.")),
                    List.of("busy", "no-answer", "failed")),
            new InstructionDefinition("enqueue", "Lets the caller wait in a queue for a worker.", true,
                    List.of(required("queue", TEXT, "Name of the queue."),
                            withDefault("priority", COUNT, "0", "Higher is served first."),
                            withDefault("timeout", DURATION, "PT24H", "Longest wait for a worker."),
                            withDefault("music", TEXT, "prompt:hold-music", "What the caller hears."),
                            withDefault("record", FLAG, "false", "Whether the conversation is recorded."),
                            optional("attributes", MAP, "Attributes of the work item.")),
                    List.of(new Result("result", "completed."), new Result("worker", "Id of the worker."),
                            new Result("waited", "Seconds in the queue."),
                            new Result("talked", "Seconds of conversation."),
                            new Result("workItem", "Id of the work item.")),
                    List.of("timed-out", "failed")),
            new InstructionDefinition("record", "Records the caller.", true,
                    List.of(withDefault("maxLength", DURATION, "PT1H", "Longest recording."),
                            withDefault("finishOnKey", TEXT, "#", "Key that ends it."),
                            withDefault("timeout", DURATION, "PT5S", "Silence that ends it."),
                            withDefault("beep", FLAG, "true", "Whether a tone invites to speak.")),
                    List.of(new Result("recording", "Id of the recording."), new Result("duration", "Seconds.")),
                    List.of("no-input", "failed")),
            new InstructionDefinition("hangUp", "Ends the call.", true,
                    List.of(oneOf("reason", List.of("normal", "busy", "rejected"), "What the caller's phone is told.")),
                    List.of(), List.of()),
            new InstructionDefinition(SEND_EVENT, "Publishes an event of the flow's own.", false,
                    List.of(required("type", TEXT, "Lower-case words joined by dots, not one of the product's own."),
                            optional("data", MAP, "What the event carries.")),
                    List.of(), List.of()),
            new InstructionDefinition("pause", "Waits in silence.", true,
                    List.of(withDefault("length", DURATION, "PT1S", "How long.")), List.of(), List.of()));

    private final Map<String, InstructionDefinition> byName;

    public InstructionSet(Collection<InstructionDefinition> definitions) {
        Map<String, InstructionDefinition> map = new LinkedHashMap<>();
        definitions.forEach(definition -> map.put(definition.name(), definition));
        byName = Map.copyOf(map);
    }

    /** The instructions of the product. */
    public static InstructionSet standard() {
        return new InstructionSet(STANDARD);
    }

    public Optional<InstructionDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public List<InstructionDefinition> all() {
        return byName.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** The name inside {@code ${name}}, when the text has just that form. */
    public static Optional<String> nameIn(String delegateExpression) {
        String text = delegateExpression.strip();
        return text.matches("[$#]\\{\\s*[A-Za-z][A-Za-z0-9]*\\s*}")
                ? Optional.of(text.substring(2, text.length() - 1).strip())
                : Optional.empty();
    }
}
