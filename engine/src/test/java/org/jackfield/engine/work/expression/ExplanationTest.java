package org.jackfield.engine.work.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jackfield.engine.work.expression.Explanation.Cause;
import org.jackfield.engine.work.expression.Explanation.Reason;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Facts BOB = Facts.ofWorker(Map.of("skills", "sales", "level", 2, "languages", List.of("nl")));

    @Test
    void namesTheTypeWhenAnAttributeIsNoList() {
        Explanation explanation = explain("skills HAS 'sales' AND level == 2");

        assertThat(explanation.holds()).isFalse();
        assertThat(explanation.reasons()).containsExactly(new Reason(7, "worker.skills HAS 'sales'", Cause.WRONG_TYPE,
                "worker.skills is the text 'sales'; HAS wants a list on its left and a single value on its right"));
    }

    @Test
    void namesEveryFailedAlternativeWhenNoneHolds() {
        assertThat(explain("level > 3 OR languages HAS 'de' OR age > 30").reasons()).containsExactly(
                new Reason(6, "worker.level > 3", Cause.DIFFERENT, "worker.level is the number 2"),
                new Reason(23, "worker.languages HAS 'de'", Cause.DIFFERENT, "worker.languages is the list ['nl']"),
                new Reason(39, "worker.age > 30", Cause.ABSENT, "worker.age is not there"));
    }

    @Test
    void namesWhatHoldsWhenThatIsWhatWasDenied() {
        assertThat(explain("NOT (level == 2 OR age > 30)").reasons())
                .containsExactly(new Reason(11, "worker.level == 2", Cause.HOLDS, "worker.level is the number 2"));
    }

    @Test
    void saysThatTextAndNumberAreNeverEqual() {
        assertThat(explain("level == '2'").reasons()).extracting(Reason::cause).containsExactly(Cause.WRONG_TYPE);
    }

    @Test
    void cutsLongValues() {
        Facts verbose = Facts.ofWorker(Map.of("note", "x".repeat(8_000)));

        assertThat(Expression.parse("note == 'y'", Scope.WORKER).explain(verbose).reasons())
                .allMatch(reason -> reason.seen().length() < 200);
    }

    private static Explanation explain(String text) {
        return Expression.parse(text, Scope.WORKER).explain(BOB);
    }
}
