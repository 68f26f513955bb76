package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi my name is sandra lopez i have a question | sandra lopez
            my name's owen                               | owen
            yes hello this is uh walter pike calling     | walter pike
            i'm heather blackwood and i need a card      | heather blackwood
            Name: Oleg Tarkovsky                         | oleg tarkovsky
            priya speaking                               | priya
            Don Abernathy here. I need help              | don abernathy
            my name is spelled k a r e n                 | karen
            """)
    void findsNameWhenSomebodyIntroducesHimself(String text, String name) {
        assertThat(Talk.begin().customer(text).values(ValueType.PERSON)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"this is ridiculous", "i'm calling about my bill", "i'm still waiting",
        "hello this is valley bank",
        "it's not working", "can i get your name please"})
    void findsNoNameWhenNobodyIsNamed(String text) {
        assertThat(Talk.begin().customer(text).values(ValueType.PERSON)).isEmpty();
    }

    @Test
    void tellsAgentFromCallerWhenBothAreNamed() {
        Talk talk = Talk.begin().agent("this is renee am i speaking with tom becker").customer("yes this is tom");

        assertThat(talk.labelled()).containsExactly("agent_name renee", "caller_name tom becker", "caller_name tom");
    }

    @Test
    void findsUnknownNameWhenTheNameWasAsked() {
        assertThat(Talk.begin().agent("may i have your name").customer("Zbigniew Okonkwo").labelled())
                .containsExactly("caller_name zbigniew okonkwo");
    }
}
