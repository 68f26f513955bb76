package org.jackfield.engine.call.instruction;

import static org.jackfield.engine.call.instruction.InstructionDefinition.Parameter.defaulted;
import static org.jackfield.engine.call.instruction.InstructionDefinition.Parameter.optional;
import static org.jackfield.engine.call.instruction.InstructionDefinition.Parameter.required;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.call.instruction.InstructionDefinition.Parameter;
import org.jackfield.engine.call.instruction.InstructionDefinition.Result;
import org.jackfield.engine.call.instruction.InstructionDefinition.ValueType;

/** The instructions' definitions side by side, so that names and defaults stay alike. */
final class Definitions {

    static final InstructionDefinition ANSWER = new InstructionDefinition("answer", "Answers the call.", List.of(),
            List.of(), Set.of(FlowError.FAILED));

    static final InstructionDefinition SAY = new InstructionDefinition("say", "Speaks a text to the caller.", List.of(
            required("text", ValueType.TEXT, "What is said."),
            defaulted("language", ValueType.TEXT, "en-US", "The language of the text, a BCP 47 tag."),
            optional("voice", ValueType.TEXT, "The name of a voice; empty: the default voice of the language."),
            defaulted("loop", ValueType.INTEGER, "1", "How often; 0 for ever.")),
            List.of(), Set.of(FlowError.FAILED));

    static final InstructionDefinition PLAY = new InstructionDefinition("play", "Plays a prompt to the caller.",
            List.of(
                    required("url", ValueType.TEXT, "prompt:NAME, tone:FREQUENCY/MILLISECONDS or http(s)://..."),
                    defaulted("loop", ValueType.INTEGER, "1", "How often; 0 for ever.")),
            List.of(), Set.of(FlowError.FAILED));

    static final InstructionDefinition PAUSE = new InstructionDefinition("pause", "Waits in silence.", List.of(
            defaulted("length", ValueType.DURATION, "PT1S", "How long.")),
            List.of(), Set.of());

    static final InstructionDefinition GATHER = new InstructionDefinition("gather",
            "Collects digits that the caller presses, with an optional prompt.", List.of(
                    optional("text", ValueType.TEXT, "What is said as the prompt."),
                    optional("url", ValueType.TEXT, "What is played as the prompt, when there is no text."),
                    defaulted("language", ValueType.TEXT, "en-US", "The language of the text, a BCP 47 tag."),
                    optional("voice", ValueType.TEXT, "The name of a voice."),
                    optional("numDigits", ValueType.INTEGER, "Complete after that many digits; missing: unlimited."),
                    defaulted("finishOnKey", ValueType.TEXT, "#", "The key that ends the input; empty: none."),
                    defaulted("timeout", ValueType.DURATION, "PT5S", "Wait for the first digit and between digits."),
                    optional("totalTimeout", ValueType.DURATION, "Limit of the whole input; missing: none."),
                    defaulted("bargeIn", ValueType.BOOLEAN, "true", "Whether a digit interrupts the prompt.")),
            List.of(new Result("digits", ValueType.TEXT, "What was pressed, without the finishing key."),
                    new Result("reason", ValueType.TEXT, "complete, finish-key or timeout.")),
            Set.of(FlowError.NO_INPUT, FlowError.TIMED_OUT, FlowError.FAILED));

    static final InstructionDefinition DIAL = new InstructionDefinition("dial",
            "Calls somebody and connects the caller.", List.of(
                    required("to", ValueType.TEXT, "A number in E.164 form or sip:user@host."),
                    optional("from", ValueType.TEXT, "The number shown; missing: the called number."),
                    defaulted("timeout", ValueType.DURATION, "PT30S", "How long it rings."),
                    defaulted("timeLimit", ValueType.DURATION, "PT4H", "Longest conversation."),
                    defaulted("record", ValueType.BOOLEAN, "false", "Whether the conversation is recorded.")),
            List.of(new Result("status", ValueType.TEXT, "completed."),
                    new Result("duration", ValueType.INTEGER, "Seconds of conversation."),
                    new Result("leg", ValueType.TEXT, "The id of the called leg.")),
            Set.of(FlowError.BUSY, FlowError.NO_ANSWER, FlowError.FAILED));

    static final InstructionDefinition ENQUEUE = new InstructionDefinition("enqueue",
            "Waits in a queue for an agent, and talks.", List.of(
                    required("queue", ValueType.TEXT, "The queue's name or id."),
                    defaulted("priority", ValueType.INTEGER, "0", "Higher is served first."),
                    defaulted("timeout", ValueType.DURATION, "PT24H", "Longest wait for an agent."),
                    defaulted("music", ValueType.TEXT, "prompt:hold-music",
                            "What is played, in a loop, while waiting."),
                    defaulted("record", ValueType.BOOLEAN, "false", "Whether the conversation is recorded."),
                    optional("attributes", ValueType.MAP, "Facts for routing and for the agent.")),
            List.of(new Result("result", ValueType.TEXT, "completed."),
                    new Result("worker", ValueType.TEXT, "The id of the worker who talked."),
                    new Result("waited", ValueType.INTEGER, "Seconds in the queue."),
                    new Result("talked", ValueType.INTEGER, "Seconds of conversation."),
                    new Result("workItem", ValueType.TEXT, "The id of the work item.")),
            Set.of(FlowError.TIMED_OUT, FlowError.FAILED));

    static final InstructionDefinition RECORD = new InstructionDefinition("record", "Records what the caller says.",
            List.of(defaulted("maxLength", ValueType.DURATION, "PT1H", "Longest recording."),
                    defaulted("finishOnKey", ValueType.TEXT, "#", "The key that ends it; empty: none."),
                    defaulted("timeout", ValueType.DURATION, "PT5S", "Silence that ends it; 0: none."),
                    defaulted("beep", ValueType.BOOLEAN, "true", "Whether a tone says that it begins.")),
            List.of(new Result("recording", ValueType.TEXT, "The id of the recording."),
                    new Result("duration", ValueType.INTEGER, "Seconds.")),
            Set.of(FlowError.NO_INPUT, FlowError.FAILED));

    static final InstructionDefinition HANG_UP = new InstructionDefinition("hangUp", "Ends the call.", List.of(
            new Parameter("reason", ValueType.TEXT, false, Optional.of("normal"), List.of("normal", "busy", "rejected"),
                    "What a caller is told whose call was not answered yet.")),
            List.of(), Set.of());

    static final InstructionDefinition SEND_EVENT = new InstructionDefinition("sendEvent",
            "Publishes an event of the flow's own.", List.of(
                    required("type", ValueType.TEXT, "Lower-case words joined by dots, such as order.placed."),
                    optional("data", ValueType.MAP, "What happened.")),
            List.of(), Set.of(FlowError.FAILED));

    private Definitions() {}
}
