package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {

    private static final String STAT = "77 (pool (a) b) S 1 77 77 0 -1 4194560 1 0 0 0 150 50 7 3 20 0 1 0 100 0 0";

    @Test
    void readsTimesWhenTheNameHasBracketsAndBlanks() {
        Cpu.Stat stat = Cpu.Stat.parse(STAT);

        assertThat(stat.name()).isEqualTo("pool (a) b");
        assertThat(stat.seconds(11, 12)).isEqualTo(2.0);
    }

    @Test
    void showsWhatEndedThreadsTookWhenTheProcessSpentMore() {
        Cpu before = new Cpu(10, Map.of("media", 1.0));
        Cpu after = new Cpu(16, Map.of("media", 3.0, "SIP", 1.0));

        assertThat(after.since(before).groups())
                .isEqualTo(Map.of("media", 2.0, "SIP", 1.0, Cpu.ENDED, 3.0));
    }

    @Test
    void countsForTheInnermostPartWhenStacksAreDeep() {
        List<String> stack = List.of("java.net.SocketInputStream", "org.postgresql.core.PGStream",
                "org.camunda.bpm.engine.impl.db.DbEntityManager", "org.jackfield.engine.call.run.CallMailbox");

        assertThat(Parts.part(stack)).isEqualTo("database driver");
        assertThat(Parts.part(stack.subList(2, 4))).isEqualTo("workflow engine (Camunda)");
        assertThat(Parts.part(stack.subList(3, 4))).isEqualTo("calls");
        assertThat(Parts.part(List.of("java.lang.Thread"))).isEqualTo(Parts.OTHER);
    }

    @Test
    void tellsPercentilesWhenNumbersWereAdded() {
        Lateness lateness = new Lateness();
        for (int value = 100; value >= 0; value--) {
            lateness.add(value * 1_000_000L);
        }

        assertThat(lateness.percentile(0.5)).isEqualTo(50);
        assertThat(lateness.percentile(0.99)).isEqualTo(99);
        assertThat(lateness.percentile(1)).isEqualTo(100);
    }

    @Test
    void namesTheGroupWhenAThreadIsKnown() {
        assertThat(ThreadGroups.of("media-0")).isEqualTo("media");
        assertThat(ThreadGroups.of("ForkJoinPool-1-")).isEqualTo(ThreadGroups.VIRTUAL);
        assertThat(ThreadGroups.of("nobody-7")).isEqualTo("other: nobody-#");
    }
}
