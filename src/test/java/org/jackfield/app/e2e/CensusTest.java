package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CensusTest {

    private static final String NOTHING_HELD = """
            # HELP jackfield_calls_live Calls that this node holds.
            # TYPE jackfield_calls_live gauge
            jackfield_calls_live 0.0
            jackfield_legs_live 0.0
            jackfield_stimuli_waiting 0.0
            jackfield_sip_dialogs 0.0
            jackfield_sip_transactions{side="client"} 0.0
            jackfield_sip_transactions{side="server"} 0.0
            jackfield_rtp_streams 0.0
            jackfield_rtp_port_pairs{state="free"} 2500.0
            jackfield_rtp_port_pairs{state="taken"} 0.0
            jackfield_process_instances 0.0
            jackfield_jobs{state="open"} 0.0
            jvm_threads_live_threads 40.0
            """;

    @Test
    void holdsNothingWhenEverythingIsZero() {
        assertThat(Census.read(NOTHING_HELD).held()).isEmpty();
    }

    @Test
    void namesWhatIsHeldWhenSomethingLeaks() {
        String leaking = NOTHING_HELD.replace("taken\"} 0.0", "taken\"} 1.0").replace("instances 0.0", "instances NaN");

        Map<String, Double> held = Census.read(leaking).held();

        assertThat(held).containsOnlyKeys("jackfield_rtp_port_pairs{state=\"taken\"}", "jackfield_process_instances");
    }

    @Test
    void refusesToJudgeWhenAValueIsLacking() {
        Census lacking = Census.read("jackfield_calls_live 0.0\n");

        assertThatThrownBy(lacking::held).isInstanceOf(AssertionError.class)
                .hasMessageContaining("jackfield_legs_live");
    }
}
