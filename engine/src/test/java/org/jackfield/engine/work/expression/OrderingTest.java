package org.jackfield.engine.work.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTest {

    private static final Map<String, Object> JUNIOR = Map.of("name", "junior", "level", 1, "age", 20);
    private static final Map<String, Object> SENIOR = Map.of("name", "senior", "level", 9, "age", 50);
    private static final Map<String, Object> VETERAN = Map.of("name", "veteran", "level", 9.0, "age", 60);
    private static final Map<String, Object> UNKNOWN = Map.of("name", "unknown");
    private static final Map<String, Object> ODD = Map.of("name", "odd", "level", "high");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"worker.level ASC|junior,senior,veteran,odd,unknown",
        "worker.level DESC, worker.age desc|veteran,senior,junior,odd,unknown",
        "level|junior,senior,veteran,odd,unknown", "worker.name DESC|veteran,unknown,senior,odd,junior"})
    void ordersWorkersByTheirAttributes(String text, String names) {
        Ordering ordering = Ordering.parse(text);

        List<Object> ordered = Stream.of(ODD, UNKNOWN, SENIOR, VETERAN, JUNIOR)
                .sorted(Comparator.comparing((Map<String, Object> one) -> ordering.rank(Facts.ofWorker(one)))
                        .thenComparing(one -> String.valueOf(one.get("name"))))
                .map(one -> one.getOrDefault("name", ""))
                .toList();

        assertThat(ordered).isEqualTo(List.of(names.split(",")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"worker.level UP|13|ASC, DESC", "5 DESC|0|an attribute",
        "worker.level DESC,|18|an attribute", "worker-level|6|hyphen"})
    void saysWhereWhenTheTextIsWrong(String text, int position, String problem) {
        assertThatThrownBy(() -> Ordering.parse(text)).isInstanceOf(ExpressionException.class)
                .hasMessageContaining(problem)
                .extracting(e -> ((ExpressionException) e).position())
                .isEqualTo(position);
    }

    @Test
    void hasOneTextForWhatIsTheSame() {
        assertThat(Ordering.parse("level asc").text()).isEqualTo(Ordering.parse("worker.level").text());
    }
}
