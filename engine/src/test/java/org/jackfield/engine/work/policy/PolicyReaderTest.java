package org.jackfield.engine.work.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.jackfield.engine.work.policy.PolicyProblem.Code;
import org.jackfield.engine.work.policy.Target.Preference;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    @Test
    void readsEverythingThatAnSdkSends() {
        RoutingPolicy policy = Documents.read(policy(target("WQ3"),
                filter("vip", "vip == true",
                        target("WQ1", "priority", 10, "timeout", 30, "expression", "worker.level >= task.level",
                                "order_by", "worker.level DESC", "skip_if", "workers.available == 0"),
                        target("two", "priority", "20", "timeout", "60", "known_worker_sid", "task.agent"))));

        assertThat(policy.filters()).extracting(RoutingPolicy.Filter::name).containsExactly("vip");
        Target first = policy.filters().getFirst().targets().getFirst();
        assertThat(first.queueId()).isEqualTo("WQ1");
        assertThat(first.priority()).isEqualTo(OptionalInt.of(10));
        assertThat(first.timeout()).contains(Duration.ofSeconds(30));
        assertThat(first.workers().orElseThrow().text()).isEqualTo("worker.level >= task.level");
        assertThat(first.skipIf().orElseThrow().text()).isEqualTo("workers.available == 0");
        assertThat(first.ordering().orElseThrow().text()).contains("worker.level DESC");
        Target second = policy.filters().getFirst().targets().get(1);
        assertThat(second.queueId()).isEqualTo("WQ2");
        assertThat(second.priority()).isEqualTo(OptionalInt.of(20));
        assertThat(second.preference()).isInstanceOf(Preference.Known.class);
        assertThat(policy.otherwise().map(Target::queueId)).contains("WQ3");
    }

    @Test
    void namesEveryProblemByItsPlace() {
        List<PolicyProblem> problems = problems(policy(Map.of("queue", "WQ10"),
                filter("a", "agent-id == 1", target("WQ1", "timeout", 0), target("WQ1", "timeout", "soon")),
                filter("b", "worker.level == 1", target("WQ1", "priority", 1L << 31, "expression", "worker.level ==")),
                Map.of("expression", "1 == 1", "targets", List.of("WQ1")),
                filter("c", "1 == 1", target("WQ1", "order_by", "task.level DESC"),
                        target("WQ1", "skip_if", "worker.available == 0"),
                        target("WQ1", "known_worker_sid", "WK1", "known_worker_friendly_name", "ann"),
                        Map.of("timeout", 5))));

        assertThat(problems).extracting(problem -> problem.code() + " " + problem.path())
                .containsExactlyInAnyOrder(
                        "BAD_EXPRESSION task_routing.filters[0].expression",
                        "OUT_OF_RANGE task_routing.filters[0].targets[0].timeout",
                        "WRONG_TYPE task_routing.filters[0].targets[1].timeout",
                        "WRONG_SCOPE task_routing.filters[1].expression",
                        "OUT_OF_RANGE task_routing.filters[1].targets[0].priority",
                        "BAD_EXPRESSION task_routing.filters[1].targets[0].expression",
                        "WRONG_TYPE task_routing.filters[2].targets[0]", "MISSING task_routing.filters[2].targets",
                        "WRONG_SCOPE task_routing.filters[3].targets[0].order_by",
                        "WRONG_SCOPE task_routing.filters[3].targets[1].skip_if",
                        "AMBIGUOUS task_routing.filters[3].targets[2].known_worker_friendly_name",
                        "MISSING task_routing.filters[3].targets[3].queue",
                        "UNKNOWN_QUEUE task_routing.default_filter.queue");
        assertThat(problems).filteredOn(problem -> problem.path().endsWith("filters[0].expression"))
                .allMatch(problem -> problem.detail().contains("hyphen") && problem.detail().contains("position 5"));
    }

    @Test
    void wantsTheRootAndSomethingInIt() {
        assertThat(problems(Map.of())).extracting(PolicyProblem::path).containsExactly("task_routing");
        assertThat(problems(Map.of("task_routing", "x"))).extracting(PolicyProblem::code)
                .containsExactly(Code.WRONG_TYPE);
        assertThat(problems(Map.of("task_routing", Map.of()))).extracting(PolicyProblem::code)
                .containsExactly(Code.MISSING);
    }

    @Test
    void warnsOfWhatIsHardlyMeant() {
        PolicyReader.Reading reading = PolicyReader.read(policy(target("WQ1"),
                filter("all", "1 == 1", target("WQ1"), target("WQ2", "timout", 5)),
                filter("never", "a == 1 AND a == 2", target("WQ1"))), Documents::queue);

        assertThat(reading.policy()).isPresent();
        assertThat(reading.warnings()).extracting(warning -> warning.code() + " " + warning.path())
                .containsExactlyInAnyOrder("UNREACHABLE task_routing.filters[0].targets[1].queue",
                        "UNKNOWN_MEMBER task_routing.filters[0].targets[1].timout",
                        "UNREACHABLE task_routing.filters[1].expression",
                        "NEVER_TRUE task_routing.filters[1].expression");
    }

    @Test
    void neverFailsOtherwiseWhenTheDocumentIsNoise() {
        long seed = 20_261_127L;
        Random random = new Random(seed);

        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> document = Map.of("task_routing", noise(random, 6));
            PolicyReader.Reading reading = PolicyReader.read(document, Documents::queue);
            assertThat(reading.policy().isPresent()).as("seed %d: %s", seed, document)
                    .isEqualTo(reading.problems().isEmpty());
        }
    }

    private static Object noise(Random random, int depth) {
        List<String> names = List.of("filters", "default_filter", "targets", "expression", "queue", "timeout",
                "priority", "skip_if", "order_by", "known_worker_sid");
        List<Object> leaves = List.of("WQ1", "a == 1", "a ==", "worker.x DESC", 5, -1, 1e9, true, "", "task.a[");
        int kind = depth == 0 ? 3 : random.nextInt(4);
        if (kind <= 1) {
            Map<String, Object> map = new HashMap<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                map.put(names.get(random.nextInt(names.size())), noise(random, depth - 1));
            }
            return map;
        }
        if (kind == 2) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                list.add(noise(random, depth - 1));
            }
            return list;
        }
        return leaves.get(random.nextInt(leaves.size()));
    }

    private static List<PolicyProblem> problems(Map<String, ?> document) {
        PolicyReader.Reading reading = PolicyReader.read(document, Documents::queue);
        assertThat(reading.policy()).isEmpty();
        return reading.problems();
    }
}
