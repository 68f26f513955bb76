package org.jackfield.app.callback;

import java.util.Map;
import java.util.Optional;
import org.jackfield.app.callback.Instruction.Kind;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The body of an assignment callback's answer: a JSON object with an instruction, or nothing. */
final class AssignmentAnswer {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private AssignmentAnswer() {}

    /**
     * Empty when the application says nothing: the worker is asked as long as the reservation runs.
     *
     * @throws DomainException INVALID_PARAMETER when it is something else
     */
    static Optional<Instruction> read(JsonMapper json, String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        Map<String, Object> answer = object(json, body);
        Object word = answer.get("instruction");
        return word == null
                ? Optional.empty()
                : Optional.of(new Instruction(Kind.of(String.valueOf(word)),
                        name -> Optional.ofNullable(answer.get(name)).map(String::valueOf)));
    }

    private static Map<String, Object> object(JsonMapper json, String body) {
        try {
            Map<String, Object> answer = json.readValue(body, OBJECT);
            if (answer != null) {
                return answer;
            }
        } catch (JacksonException malformed) {
            throw notAnObject(malformed);
        }
        throw notAnObject(new IllegalArgumentException(body));
    }

    private static DomainException notAnObject(Exception cause) {
        return new DomainException(ErrorCode.INVALID_PARAMETER, "the answer is not a JSON object", cause);
    }
}
