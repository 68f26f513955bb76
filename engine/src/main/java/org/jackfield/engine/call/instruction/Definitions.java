package org.jackfield.engine.call.instruction;

import static org.jackfield.engine.flow.InstructionDefinition.Parameter.oneOf;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.optional;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.required;
import static org.jackfield.engine.flow.InstructionDefinition.Parameter.withDefault;
import static org.jackfield.engine.flow.InstructionDefinition.waiting;

import java.util.List;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionDefinition.Result;
import org.jackfield.engine.flow.InstructionSet;
import org.jackfield.engine.flow.ParameterType;

/** The instructions' definitions side by side, so that names and defaults stay alike. */
final class Definitions {

    static final InstructionDefinition ANSWER = waiting("answer", "Answers the call.", List.of(),
            List.of(), List.of(FlowError.FAILED.code()));

    static final InstructionDefinition SAY = waiting("say", "Speaks a text to the caller.", List.of(
            required("text", ParameterType.TEXT, "What is said."),
            withDefault("language", ParameterType.TEXT, "en-US", "The language of the text, a BCP 47 tag."),
            optional("voice", ParameterType.TEXT, "The name of a voice; empty: the default voice of the language."),
            withDefault("loop", ParameterType.COUNT, "1", "How often; 0 for ever.")),
            List.of(), List.of(FlowError.FAILED.code()));

    static final InstructionDefinition PLAY = waiting("play", "Plays a prompt to the caller.",
            List.of(
                    required("url", ParameterType.TEXT, "prompt:NAME, tone:FREQUENCY/MILLISECONDS or http(s)://..."),
                    withDefault("loop", ParameterType.COUNT, "1", "How often; 0 for ever.")),
            List.of(), List.of(FlowError.FAILED.code()));

    static final InstructionDefinition PAUSE = waiting("pause", "Waits in silence.", List.of(
            withDefault("length", ParameterType.DURATION, "PT1S", "How long.")),
            List.of(), List.of());

    static final InstructionDefinition GATHER = waiting("gather",
            "Collects digits that the caller presses, with an optional prompt.", List.of(
                    optional("text", ParameterType.TEXT, "What is said as the prompt."),
                    optional("url", ParameterType.TEXT, "What is played as the prompt, when there is no text."),
                    withDefault("language", ParameterType.TEXT, "en-US", "The language of the text, a BCP 47 tag."),
                    optional("voice", ParameterType.TEXT, "The name of a voice."),
                    optional("numDigits", ParameterType.COUNT, "Complete after that many digits; missing: unlimited."),
                    withDefault("finishOnKey", ParameterType.TEXT, "#", "The keys that end the input; none: no key."),
                    withDefault("timeout", ParameterType.DURATION, "PT5S",
                            "Wait for the first digit and between digits."),
                    optional("totalTimeout", ParameterType.DURATION, "Limit of the whole input; missing: none."),
                    withDefault("bargeIn", ParameterType.FLAG, "true",
                            "Whether a digit interrupts the prompt, also one pressed before; if not, those are lost.")),
            List.of(new Result("digits", "What was pressed, without the finishing key."),
                    new Result("reason", "complete, finish-key or timeout.")),
            List.of(FlowError.NO_INPUT.code(), FlowError.TIMED_OUT.code(), FlowError.FAILED.code()));

    static final InstructionDefinition DIAL = waiting("dial",
            "Calls somebody and connects the caller.", List.of(
                    required("to", ParameterType.TEXT, "A number in E.164 form or sip:user@host."),
                    optional("from", ParameterType.TEXT, "The number shown; missing: the called number."),
                    withDefault("timeout", ParameterType.DURATION, "PT30S", "How long it rings."),
                    withDefault("timeLimit", ParameterType.DURATION, "PT4H", "Longest conversation."),
                    withDefault("record", ParameterType.FLAG, "false", "Whether the conversation is recorded.")),
            List.of(new Result("status", "completed."),
                    new Result("duration", "Seconds of conversation."),
                    new Result("leg", "The id of the called leg.")),
            List.of(FlowError.BUSY.code(), FlowError.NO_ANSWER.code(), FlowError.FAILED.code()));

    static final InstructionDefinition ENQUEUE = waiting("enqueue",
            "Waits in a queue for an agent, and talks.", List.of(
                    required("queue", ParameterType.TEXT,
                            "The queue's name or id; policy:NAME lets a routing policy choose."),
                    withDefault("priority", ParameterType.COUNT, "0", "Higher is served first."),
                    withDefault("timeout", ParameterType.DURATION, "PT24H", "Longest wait for an agent."),
                    withDefault("music", ParameterType.TEXT, "prompt:hold-music",
                            "What is played, in a loop, while waiting."),
                    withDefault("record", ParameterType.FLAG, "false", "Whether the conversation is recorded."),
                    optional("attributes", ParameterType.MAP, "Facts for routing and for the agent.")),
            List.of(new Result("result", "completed."),
                    new Result("worker", "The id of the worker who talked."),
                    new Result("waited", "Seconds in the queue."),
                    new Result("talked", "Seconds of conversation."),
                    new Result("workItem", "The id of the work item.")),
            List.of(FlowError.TIMED_OUT.code(), FlowError.FAILED.code()));

    static final InstructionDefinition RECORD = waiting("record", "Records what the caller says.",
            List.of(withDefault("maxLength", ParameterType.DURATION, "PT1H", "Longest recording."),
                    withDefault("finishOnKey", ParameterType.TEXT, "#", "The keys that end it; none: no key."),
                    withDefault("timeout", ParameterType.DURATION, "PT5S", "Silence that ends it; 0: none."),
                    withDefault("beep", ParameterType.FLAG, "true", "Whether a tone says that it begins.")),
            List.of(new Result("recording", "The id of the recording."),
                    new Result("duration", "Seconds.")),
            List.of(FlowError.NO_INPUT.code(), FlowError.FAILED.code()));

    static final InstructionDefinition HANG_UP = waiting("hangUp", "Ends the call.", List.of(
            oneOf("reason", List.of("normal", "busy", "rejected"),
                    "What a caller is told whose call was not answered yet.")),
            List.of(), List.of());

    static final InstructionDefinition SEND_EVENT = new InstructionDefinition(
            InstructionSet.SEND_EVENT, "Publishes an event of the flow's own.", false, List.of(
                    required("type", ParameterType.TEXT,
                            "Lower-case words joined by dots, such as order.placed; not one of the product's own."),
                    optional("data", ParameterType.MAP, "What happened.")),
            List.of(), List.of());

    private Definitions() {}
}
