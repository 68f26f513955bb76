package org.jackfield.app.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jackfield.app.callback.Instruction.Kind;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an application may answer. */
class AssignmentAnswerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsTheInstructionAndItsParameters() {
        Instruction instruction = AssignmentAnswer
                .read(JSON, "{\"instruction\": \"Redirect\", \"call_sid\": \"CA1\", \"accept\": true, \"url\": \" \"}")
                .orElseThrow();

        assertThat(instruction.kind()).isEqualTo(Kind.REDIRECT);
        assertThat(instruction.required("call_sid", ErrorCode.NO_CALL_NAMED)).isEqualTo("CA1");
        assertThat(instruction.flag("accept")).isTrue();
        assertThat(instruction.optional("url")).isEmpty();
        assertThatThrownBy(() -> instruction.required("from", ErrorCode.NO_CALLER_NAMED))
                .isInstanceOfSatisfying(DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NO_CALLER_NAMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{\"instruction\": null}"})
    void saysNothingWhenThereIsNoInstruction(String body) {
        assertThat(AssignmentAnswer.read(JSON, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "accept", "null", "{\"instruction\": \"dance\"}", "{\"instruction\": {}}", "{"})
    void refusesWhatIsNoAnswer(String body) {
        assertThatThrownBy(() -> AssignmentAnswer.read(JSON, body)).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
    }
}
