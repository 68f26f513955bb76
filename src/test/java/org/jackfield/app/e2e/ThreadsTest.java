package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final String DUMP = """
            {"threadDump": {"threadContainers": [
              {"container": "<root>", "threads": [
                {"tid": "1", "name": "media-0", "stack": []},
                {"tid": "2", "name": "media-1", "stack": []},
                {"tid": "3", "name": "ForkJoinPool-1-worker-1", "stack": []}%s]}]}}""";

    @Test
    void countsByNameWithoutDigitsWhenItReadsADump() {
        Threads threads = Threads.read(DUMP.formatted(""));

        assertThat(threads.counts()).containsOnly(entry("media-#", 2), entry("ForkJoinPool-#-worker-#", 1));
    }

    @Test
    void namesTheGroupWhenThreadsWereLeftBehind() {
        Threads before = Threads.read(DUMP.formatted(""));
        Threads after = Threads.read(DUMP.formatted("""
                , {"tid": "9", "name": "media-7", "stack": []},
                {"tid": "10", "virtual": true, "name": "", "stack": ["java.base/java.lang.Object.wait(Native Method)",
                  "org.jackfield.engine.call.run.CallMailbox.drain(CallMailbox.java:1)"]}"""));

        assertThat(after.grownSince(before)).hasSize(2)
                .containsEntry("media-#", "2 -> 3")
                .containsEntry("unnamed in org.jackfield.engine.call.run.CallMailbox.drain(CallMailbox.java:1)",
                        "0 -> 1");
        assertThat(before.grownSince(after)).isEmpty();
    }

    @Test
    void forgivesAnElasticPoolAFewThreadsButNotOneForEachCall() {
        Threads before = new Threads(Map.of("hz.calm_name.cached.thread-#", 2));

        assertThat(new Threads(Map.of("hz.calm_name.cached.thread-#", 5)).grownSince(before)).isEmpty();
        assertThat(new Threads(Map.of("hz.calm_name.cached.thread-#", 62)).grownSince(before)).hasSize(1);
    }
}
