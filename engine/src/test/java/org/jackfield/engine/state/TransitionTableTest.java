package org.jackfield.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

    private enum Light {
        RED,
        GREEN,
        OFF
    }

    private enum Push {
        GO,
        STOP
    }

    private final TransitionTable<Light, Push> table = TransitionTable.<Light, Push>startingAt(Light.RED)
            .row(Light.RED, Push.GO, Light.GREEN)
            .row(Light.GREEN, Push.STOP, Light.OFF)
            .build();

    @Test
    void leadsWhereTheTableSaysAndNowhereElse() {
        assertThat(table.next(Light.RED, Push.GO)).contains(Light.GREEN);
        assertThat(table.next(Light.RED, Push.STOP)).isEmpty();
        assertThat(table.isFinal(Light.OFF)).isTrue();
        assertThat(table.isFinal(Light.RED)).isFalse();
    }

    @Test
    void refusesTwoRowsForOneTrigger() {
        TransitionTable.Builder<Light, Push> builder = TransitionTable.<Light, Push>startingAt(Light.RED)
                .row(Light.RED, Push.GO, Light.GREEN);

        assertThatThrownBy(() -> builder.row(Light.RED, Push.GO, Light.OFF)).hasMessageContaining("RED and GO");
    }

    @Test
    void drawsItself() {
        assertThat(table.toMermaid()).isEqualTo("""
                stateDiagram-v2
                    [*] --> RED
                    RED --> GREEN: GO
                    GREEN --> OFF: STOP
                    OFF --> [*]
                """);
    }
}
